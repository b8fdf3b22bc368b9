import { open } from 'node:fs/promises';
import type { ByteSource } from '../../services/assets/containers/byte-source';
import { readOnlyNoFollow } from './open-flags';

export interface FileSource extends ByteSource {
  close(): Promise<void>;
}

/** The path names something that is not an ordinary file: a folder, a pipe, a device. */
export class NotARegularFile extends Error {
  override readonly name = 'NotARegularFile';
}

/**
 * Opens one file for reading. Symbolic links are refused and a pipe cannot make it wait (O_NOFOLLOW and O_NONBLOCK,
 * where the system has them).
 * @throws NotARegularFile, or the system's error (ENOENT, EACCES, ELOOP …)
 */
export const openFileSource = async (path: string): Promise<FileSource> => {
  const handle = await open(path, readOnlyNoFollow);
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw new NotARegularFile('This is not an ordinary file.');
    return {
      size: stat.size,
      read: async (offset, length) => {
        const wanted = Math.max(0, Math.min(length, stat.size - offset));
        const buffer = new Uint8Array(wanted);
        let filled = 0;
        // A read may answer less than was asked without being at the end, on network drives for one.
        while (filled < wanted) {
          const { bytesRead } = await handle.read(buffer, filled, wanted - filled, offset + filled);
          if (bytesRead === 0) break;
          filled += bytesRead;
        }
        return buffer.subarray(0, filled);
      },
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
};
