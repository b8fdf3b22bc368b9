import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { readOnlyNoFollow } from '../../adapters/files/open-flags';

/** The part of a file that a player asks for, as far as the file goes; null when it begins behind the end. */
export function askedRange(range: string | null, size: number): { readonly start: number; readonly end: number } | null {
  const match = /^bytes=(\d{1,15})-(\d{1,15})?$/.exec(range ?? '');
  const start = Number(match?.[1] ?? 0);
  const end = Math.min(Number(match?.[2] ?? size - 1), size - 1);
  return start > end ? null : { start, end };
}

/** A video, or the stretch of it that was asked for: players leap to the index at the end and back. */
export async function videoResponse(file: string, range: string | null): Promise<Response> {
  const handle = await open(file, readOnlyNoFollow);
  try {
    const stats = await handle.stat();
    const part = stats.isFile() ? askedRange(range, stats.size) : null;
    if (part === null) {
      await handle.close();
      return new Response(null, { status: 416 });
    }
    const stream = createReadStream(file, { fd: handle, ...part });
    return new Response(Readable.toWeb(stream) as ReadableStream, {
      status: range === null ? 200 : 206,
      headers: {
        // The player looks at the bytes, whatever the type says.
        'content-type': 'video/mp4',
        'content-length': String(part.end - part.start + 1),
        'accept-ranges': 'bytes',
        'content-range': `bytes ${part.start}-${part.end}/${stats.size}`,
      },
    });
  } catch (error) {
    await handle.close().catch(() => undefined);
    throw error;
  }
}
