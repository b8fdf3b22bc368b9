import { open } from 'node:fs/promises';
import { SNIFF_BYTES, sniffMedia } from '../../services/assets/media/sniff-media';
import { hasCode } from './file-trouble';
import { readOnlyNoFollow } from './open-flags';

/** Whether a file's first bytes are those of a picture or video; null when they cannot be read. */
export async function startsAsMedia(path: string): Promise<boolean | null> {
  try {
    const handle = await open(path, readOnlyNoFollow);
    try {
      const head = new Uint8Array(SNIFF_BYTES);
      const { bytesRead } = await handle.read(head, 0, SNIFF_BYTES, 0);
      return sniffMedia(head.subarray(0, bytesRead)) !== null;
    } finally {
      await handle.close();
    }
  } catch (error) {
    // What is gone meanwhile is nobody's picture; whoever asks looks again.
    return hasCode(error, 'ENOENT', 'ENOTDIR') ? false : null;
  }
}
