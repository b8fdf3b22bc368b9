import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { NotARegularFile } from '../files/file-source';
import { readOnlyNoFollow } from '../files/open-flags';
import type { ByteSource } from '../../services/assets/containers/byte-source';

export interface QuickSource extends ByteSource {
  /** Milliseconds since 1970 at which the file was last written. */
  readonly writtenAt: number;
  close(): void;
}

/**
 * Opens one file to read its metadata. It reads while the process waits: a read of some kilobytes takes less time than handing it
 * to a thread and back. Only for processes that may hang, the media process and the command line, never for the one with the window.
 * Symbolic links are refused and a pipe cannot make it wait.
 * @throws NotARegularFile, or the system's error (ENOENT, EACCES, ELOOP …)
 */
export function openQuickly(path: string): QuickSource {
  const file = openSync(path, readOnlyNoFollow);
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) throw new NotARegularFile('This is not an ordinary file.');
    return {
      size: stat.size,
      writtenAt: stat.mtimeMs,
      read: async (offset, length) => {
        const buffer = new Uint8Array(Math.max(0, Math.min(length, stat.size - offset)));
        let filled = 0;
        // A read may answer less than was asked without being at the end, on network drives for one.
        while (filled < buffer.length) {
          const bytes = readSync(file, buffer, filled, buffer.length - filled, offset + filled);
          if (bytes === 0) break;
          filled += bytes;
        }
        return buffer.subarray(0, filled);
      },
      close: () => { closeSync(file); },
    };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}
