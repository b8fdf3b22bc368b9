import { basename, dirname, extname, join } from 'node:path';
import type { EventData, RecordedEvent } from '@shared/events/catalog';

/** Bytes that a name may have on most file systems. */
const longestName = 255;

/** A sidecar's place beside its picture's new name, with the same stem again; it may be named after the whole name, too. */
export function sidecarBeside(sidecar: string, pictureBefore: string, pictureAfter: string): string {
  const name = basename(sidecar);
  const before = basename(pictureBefore, extname(pictureBefore));
  const after = basename(pictureAfter, extname(pictureAfter));
  const follows = name.toLowerCase().startsWith(before.toLowerCase());
  return join(dirname(pictureAfter), withinLimit(follows ? after + name.slice(before.length) : name));
}

/** The same name with a number, for one that is taken. */
export function numbered(path: string, number: number): string {
  const extension = extname(path);
  const suffix = ` (${number})${extension}`;
  return join(dirname(path), shortened(basename(path, extension), longestName - Buffer.byteLength(suffix)) + suffix);
}

function withinLimit(name: string): string {
  const extension = extname(name);
  return shortened(basename(name, extension), longestName - Buffer.byteLength(extension)) + extension;
}

/** Shortened by whole code points. */
function shortened(text: string, bytes: number): string {
  let kept = text;
  while (Buffer.byteLength(kept) > bytes) kept = Array.from(kept).slice(0, -1).join('');
  return kept;
}

/** Where each sidecar that lies beside a filed picture came from, by where it lies now. */
export function originsOf(history: readonly RecordedEvent[]): ReadonlyMap<string, EventData<'asset.sidecar_filed'>> {
  const origins = new Map<string, EventData<'asset.sidecar_filed'>>();
  for (const { event_type, data } of history) {
    if (event_type === 'asset.sidecar_filed') origins.set(data.destination_path, data);
    if (event_type !== 'asset.refiled' && event_type !== 'asset.moved') continue;
    const moved = data.sidecars.flatMap(({ from_path, to_path }) => {
      const origin = origins.get(from_path);
      return origin === undefined ? [] : [{ from_path, to_path, origin }];
    });
    for (const { from_path } of moved) origins.delete(from_path);
    for (const { to_path, origin } of moved) origins.set(to_path, origin);
  }
  return origins;
}
