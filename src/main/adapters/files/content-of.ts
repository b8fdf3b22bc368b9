import { hasCode } from './file-trouble';
import { hashHandle } from './hash-file';
import { openRegular } from './open-regular';

/** The SHA-256 of the regular file that lies there; null when there is none. */
export async function contentOf(path: string): Promise<string | null> {
  try {
    const { handle } = await openRegular(path);
    try {
      return (await hashHandle(handle)).hash;
    } finally {
      await handle.close();
    }
  } catch (error) {
    // A folder, link or socket that someone put there is not our file either.
    if (hasCode(error, 'ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'ENXIO')) return null;
    throw error;
  }
}

/** Whether a file with exactly these bytes lies there. */
export async function holds(path: string, contentHash: string): Promise<boolean> {
  return (await contentOf(path)) === contentHash;
}
