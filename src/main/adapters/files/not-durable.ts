import type { FileHandle } from 'node:fs/promises';

/**
 * A flush failed. Nobody knows what is on the disk now, and asking again would say that all is well although it is not:
 * what was written is thrown away.
 */
export class NotDurableError extends Error {
  override readonly name = 'NotDurableError';
}

/** Waits until a file is on the disk. @throws NotDurableError */
export async function makeDurable(handle: FileHandle): Promise<void> {
  try {
    await handle.sync();
  } catch (cause) {
    throw new NotDurableError('The disk did not confirm what was written.', { cause });
  }
}
