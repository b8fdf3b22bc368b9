import { link, lstat, mkdir, open, rename, rmdir, unlink } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { t } from '@shared/language/language';
import { SaidError } from '@shared/language/said';
import { syncFolder } from './durable-folder';
import { hasCode } from './file-trouble';
import { bytesBehind, folderOf, readableNameFor } from './name-as-path';

/**
 * Gives a file or folder whose name is not valid text a name that is, beside where it lies and never over another.
 * Resolves with its new path.
 * @throws when the path is no such name, or the system's error
 */
export async function renameInInbox(path: string): Promise<string> {
  const place = bytesBehind(path);
  if (place === null) throw new SaidError(() => t('This name is text already; Alice renames only what it cannot open by name.'));
  const folder = folderOf(path);
  const name = readableNameFor(path);
  const isFolder = (await lstat(place)).isDirectory();
  const extension = isFolder ? '' : extname(name);
  const stem = name.slice(0, name.length - extension.length);
  for (let copy = 1; ; copy += 1) {
    const target = join(folder, copy === 1 ? name : `${stem} (${copy})${extension}`);
    try {
      await (isFolder ? renameFolder(place, target) : renameFile(place, target));
      await syncFolder(folder);
      return target;
    } catch (error) {
      if (!hasCode(error, 'EEXIST', 'ENOTEMPTY')) throw error;
    }
  }
}

async function renameFile(place: Buffer, target: string): Promise<void> {
  try {
    await link(place, target);
    await unlink(place);
  } catch (error) {
    if (!hasCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK')) throw error;
    // No hard links here: the name is reserved first, then taken over.
    await (await open(target, 'wx')).close();
    await rename(place, target).catch(async (failure: unknown) => {
      await unlink(target);
      throw failure;
    });
  }
}

/** A folder takes the place of an empty one of our own; when someone has put something into that, the system refuses. */
async function renameFolder(place: Buffer, target: string): Promise<void> {
  await mkdir(target);
  await rename(place, target).catch(async (failure: unknown) => {
    await rmdir(target).catch(() => undefined);
    throw failure;
  });
}
