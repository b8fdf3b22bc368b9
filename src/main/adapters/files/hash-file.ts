import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { readOnlyNoFollow } from './open-flags';

/** Bytes read at a time: large enough for full speed, small enough to keep the event loop free (about 0.6 ms of SHA-256). */
const blockSize = 1 << 20;

/**
 * Reads an open file once from its first byte to its last and hands each block on; resolves with its SHA-256.
 * A block is only valid during the call: its memory is used again. `around` is given each read, to limit its time.
 */
export async function hashHandle(
  handle: FileHandle,
  each?: (block: Uint8Array) => Promise<void> | void,
  around: <T>(call: () => Promise<T>) => Promise<T> = (call) => call(),
  expectedSize = blockSize,
): Promise<{ hash: string; size: number }> {
  const digest = createHash('sha256');
  // One byte more than expected, so that the second read of a small file is its end.
  const buffer = Buffer.allocUnsafe(Math.min(blockSize, expectedSize + 1));
  let size = 0;
  for (;;) {
    const at = size;
    const { bytesRead } = await around(() => handle.read(buffer, 0, buffer.length, at));
    if (bytesRead === 0) return { hash: digest.digest('hex'), size };
    const block = buffer.subarray(0, bytesRead);
    digest.update(block);
    await each?.(block);
    size += bytesRead;
  }
}

/** The SHA-256 of a file, as it lies on the disk now. */
export async function hashFile(path: string): Promise<{ hash: string; size: number }> {
  const handle = await open(path, readOnlyNoFollow);
  try {
    return await hashHandle(handle);
  } finally {
    await handle.close();
  }
}
