import { lstat, mkdir, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { t } from '@shared/language/language';
import { uuidv7 } from 'uuidv7';
import { makeFolderDurably, syncFolder } from './durable-folder';
import { fileTrouble } from './file-trouble';

/**
 * Moves a file of the organized folder into Alice's trash there, each into a folder of its own, so that no name is ever taken.
 * Resolves with a sentence when it stays where it is.
 */
export async function moveToTrash(organized: string, path: string): Promise<string | null> {
  const folder = join(organized, '.alice-trash', uuidv7());
  try {
    if (!(await lstat(path)).isFile()) return t('This is not an ordinary file any more.');
    await makeFolderDurably(dirname(folder));
    await mkdir(folder);
    await rename(path, join(folder, basename(path)));
    await syncFolder(folder);
    await syncFolder(dirname(folder));
    await syncFolder(dirname(path));
    return null;
  } catch (error) {
    const known = fileTrouble(error);
    if (known === null) throw error;
    return known.reason === 'vanished' ? t('It is gone already.') : t('The file system refused to move it to the trash. It lies untouched where it was.');
  }
}
