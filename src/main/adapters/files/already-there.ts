import { dirname } from 'node:path';
import type { FileIntent, Published } from '../../services/organizer/ports';
import { syncFolder } from './durable-folder';
import { hasCode } from './file-trouble';
import { hashHandle } from './hash-file';
import { makeDurable } from './not-durable';
import { openRegular } from './open-regular';
import { partPath, removeIfThere } from './remains';

/**
 * A crash may have come between publishing and recording: the bytes lie there, though perhaps not yet on the disk. Null when
 * they do not.
 */
export async function alreadyThere(intent: FileIntent): Promise<Published | null> {
  const { destination_path, content_hash } = intent;
  try {
    const { handle } = await openRegular(destination_path);
    try {
      if ((await hashHandle(handle)).hash !== content_hash) return null;
      await makeDurable(handle);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'ENXIO', 'ENAMETOOLONG')) return null;
    throw error;
  }
  await removeIfThere(partPath(intent));
  await syncFolder(dirname(destination_path));
  return { kind: 'published', proof: null };
}
