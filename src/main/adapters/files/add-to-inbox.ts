import { constants } from 'node:fs';
import { copyFile, link, lstat, mkdir, open, readdir, realpath, unlink, utimes } from 'node:fs/promises';
import { basename, extname, isAbsolute, join, relative } from 'node:path';
import { t } from '@shared/language/language';
import { uuidv7 } from 'uuidv7';
import { fileTroubleInWords, hasCode } from './file-trouble';
import { isLeftAlone } from './left-alone';
import { folderOfProject, noFolder } from './project-folder';

/** What came of adding files; one sentence for each thing that could not be added. */
export interface AddedFiles {
  added: number;
  readonly problems: string[];
}

/**
 * Copies files and folders into the inbox; the originals stay as they are. Each copy gets its name only when it is
 * whole, and never one that is taken, so that intake sees no half file and nothing is overwritten.
 * @param project a folder of the inbox, which gives them their project
 */
export async function addToInbox(inbox: string, paths: readonly string[], project: string | null = null): Promise<AddedFiles> {
  const result: AddedFiles = { added: 0, problems: [] };
  const folder = project === null ? inbox : await folderOfProject(inbox, project);
  if (folder === null) return { added: 0, problems: [noFolder(project ?? '')] };
  const home = await realpath(inbox);
  for (const path of paths) {
    const name = basename(path);
    if (isLeftAlone(name)) {
      result.problems.push(t('{name} has the name of a hidden or temporary file, which Alice leaves alone. Rename it first.', { name }));
      continue;
    }
    const real = await realpath(path).catch(() => path);
    const way = relative(home, real);
    if (way === '' || (!way.startsWith('..') && !isAbsolute(way))) {
      result.problems.push(t('{name} lies in the inbox already.', { name }));
      continue;
    }
    if (!relative(real, home).startsWith('..')) {
      result.problems.push(t('{name} contains the inbox itself and was not added.', { name }));
      continue;
    }
    await add(path, folder, result);
  }
  return result;
}

async function add(path: string, folder: string, result: AddedFiles): Promise<void> {
  try {
    const stats = await lstat(path);
    if (stats.isDirectory()) {
      const target = join(folder, basename(path));
      for (const name of await readdir(path)) if (!isLeftAlone(name)) await add(join(path, name), target, result);
    } else if (stats.isFile()) {
      await copyInto(path, folder, stats);
      result.added += 1;
    } else {
      result.problems.push(t('{name} is a link or device, not a file, and was not added.', { name: basename(path) }));
    }
  } catch (error) {
    const why = fileTroubleInWords(error);
    if (why === null) throw error;
    result.problems.push(t('{name} was not added. {why}', { name: basename(path), why }));
  }
}

async function copyInto(path: string, folder: string, { atime, mtime }: { atime: Date; mtime: Date }): Promise<void> {
  await mkdir(folder, { recursive: true });
  const part = join(folder, `.alice-${uuidv7()}.part`);
  try {
    await copyFile(path, part, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    const handle = await open(part, 'r+');
    await handle.sync().finally(() => handle.close());
    await utimes(part, atime, mtime);
    await publishInInbox(part, folder, basename(path));
  } finally {
    await unlink(part).catch(() => undefined);
  }
}

async function linkOrCopy(part: string, target: string): Promise<void> {
  try {
    await link(part, target);
  } catch (error) {
    if (!hasCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK')) throw error;
    // No hard links here: copying with EXCL never overwrites either.
    await copyFile(part, target, constants.COPYFILE_EXCL);
  }
}

/** Gives a whole file its name, or the next one that is free. Resolves with the name. */
export async function publishInInbox(part: string, folder: string, name: string): Promise<string> {
  const extension = extname(name);
  const stem = name.slice(0, name.length - extension.length);
  for (let copy = 1; ; copy += 1) {
    const target = join(folder, copy === 1 ? name : `${stem} (${copy})${extension}`);
    try {
      await linkOrCopy(part, target);
      return basename(target);
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
    }
  }
}
