import { basename } from 'node:path';
import { inspectMedia } from '../../services/assets/inspect-media';
import { decode, makeThumbnail } from './assess-picture';
import { openQuickly } from './quick-source';

/** Bytes of a cover that is read. */
const mostBytes = 32 * 1024 * 1024;

/**
 * Makes the thumbnail of a video from a frame that someone drew, else from the cover inside the file.
 * @param frame an encoded picture, no more trusted than any file
 * @returns whether there is a thumbnail now
 */
export async function makePoster(path: string, frame: Uint8Array | null, thumbnail: string): Promise<boolean> {
  for (const picture of [() => Promise.resolve(frame), () => coverOf(path)]) {
    const bytes = await picture();
    if (bytes === null) continue;
    try {
      await makeThumbnail(await decode(bytes), thumbnail);
      return true;
    } catch (error) {
      // A disk that is full is no fault of the picture.
      if (error instanceof Error && 'code' in error) throw error;
    }
  }
  return false;
}

async function coverOf(path: string): Promise<Uint8Array | null> {
  const source = openQuickly(path);
  try {
    const inspection = await inspectMedia(source, basename(path));
    if (inspection.kind !== 'media' || inspection.cover === null) return null;
    const { offset, length } = inspection.cover;
    return length > mostBytes ? null : await source.read(offset, length);
  } finally {
    source.close();
  }
}
