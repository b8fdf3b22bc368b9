import { constants } from 'node:fs';
import { chmod, copyFile, link, lstat, open, readdir, rename, stat, statfs, unlink, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bytesInWords } from '@shared/story/words';
import type { FileIntent, FileTrouble, FilingTools } from '../../services/organizer/ports';
import { fileTrouble, hasCode } from './file-trouble';
import { hashFile } from './hash-file';
import { identityOf } from './identity';
import { makeFolderDurably, syncFolder } from './durable-folder';

/** The temporary name that a copy has until it is verified. Intake and scans leave dot files alone. */
function partPath({ destination_path, operation_id }: FileIntent): string {
  return join(dirname(destination_path), `.alice-${operation_id}.part`);
}

/** Filing on a real file system: nothing is ever published under a name that is taken. */
export const filingTools: FilingTools = {
  isThere: (organized) => stat(organized).then((stats) => stats.isDirectory(), () => false),

  async highestNumber(folder, stem) {
    const names = await readdir(folder).catch((error: unknown) => {
      // A folder that cannot be read counts as empty: the copy into it meets the same trouble and names it.
      if (fileTrouble(error)) return [];
      throw error;
    });
    const start = `${stem}-`.toLowerCase();
    let highest = 0;
    for (const name of names) {
      if (!name.toLowerCase().startsWith(start)) continue;
      const number = /^(\d{1,15})\.[^.]+$/.exec(name.slice(start.length))?.[1];
      if (number !== undefined) highest = Math.max(highest, Number(number));
    }
    return highest;
  },

  async copyVerified(intent) {
    const part = partPath(intent);
    try {
      await makeFolderDurably(dirname(intent.destination_path));
      await copyTo(part, intent.source_path);
      // What is on the disk now must be the content that was named when the file was found. That proves copy and original at once.
      if ((await hashFile(part)).hash !== intent.content_hash) return await whyItDiffers(intent);
      return await publish(part, intent.destination_path);
    } catch (error) {
      return await asTrouble(error, intent);
    }
  },

  async holds(path, contentHash) {
    try {
      return (await hashFile(path)).hash === contentHash;
    } catch (error) {
      // A folder or link that someone put there is not our file either.
      if (hasCode(error, 'ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP')) return false;
      throw error;
    }
  },

  removeOriginal,

  async clearRemains(intent) {
    await removeIfThere(partPath(intent));
  },
};

async function copyTo(part: string, source: string): Promise<void> {
  // A part of this operation can only be our own, left by an earlier try.
  await removeIfThere(part);
  const stats = await lstat(source);
  // A pipe in the file's place would make the copy wait for ever; a link would be followed.
  if (!stats.isFile()) throw Object.assign(new Error('Not a regular file any more.'), { code: 'ENOENT' });
  await copyFile(source, part, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  const mode = stats.mode & 0o777;
  // A copy of a write-protected file is write-protected: it must be opened to be made durable.
  await chmod(part, mode | 0o200);
  const copy = await open(part, 'r+');
  try {
    await utimes(part, stats.atime, stats.mtime);
    await copy.sync();
  } finally {
    await copy.close();
  }
  if ((mode & 0o200) === 0) await chmod(part, mode);
}

/** Tells a file that changed under our hands from a copy that went wrong. */
async function whyItDiffers({ source_path, content_hash }: FileIntent): Promise<FileTrouble> {
  if ((await hashFile(source_path)).hash !== content_hash) {
    const message = 'The file changed while Alice was filing it. Nothing was filed; Alice looks at its new content.';
    return { kind: 'trouble', reason: 'changed_while_read', message };
  }
  const message = 'The copy did not equal the original when it was read back, so it was thrown away. The original is untouched; the disk may be failing.';
  return { kind: 'trouble', reason: 'copy_differs', message };
}

/** Gives a verified copy its name, if that name is free, and makes the name durable. */
async function publish(part: string, destination: string): Promise<{ kind: 'published' } | { kind: 'taken' }> {
  try {
    await link(part, destination);
    await unlink(part);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) {
      await unlink(part);
      return { kind: 'taken' };
    }
    // exFAT and others have no hard links: reserve the name, then rename onto our own reservation.
    if (!hasCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK')) throw error;
    if (!(await reserve(destination))) {
      await unlink(part);
      return { kind: 'taken' };
    }
    try {
      await rename(part, destination);
    } catch (failure) {
      // The reservation is ours and empty; left behind it would look like a filed picture.
      await removeIfThere(destination);
      throw failure;
    }
  }
  await syncFolder(dirname(destination));
  return { kind: 'published' };
}

async function reserve(destination: string): Promise<boolean> {
  try {
    await (await open(destination, 'wx')).close();
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

async function removeOriginal({ source_path, content_hash }: FileIntent): Promise<{ kind: 'removed' } | { kind: 'kept'; why: string }> {
  try {
    const before = identityOf(await lstat(source_path, { bigint: true }));
    if ((await hashFile(source_path)).hash !== content_hash) return { kind: 'kept', why: 'It holds something else now.' };
    if (identityOf(await lstat(source_path, { bigint: true })) !== before) return { kind: 'kept', why: 'It changed just now.' };
    await unlink(source_path);
    await syncFolder(dirname(source_path));
    return { kind: 'removed' };
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return { kind: 'removed' };
    const known = fileTrouble(error);
    if (known === null) throw error;
    return { kind: 'kept', why: known.message };
  }
}

async function removeIfThere(path: string): Promise<void> {
  await unlink(path).catch((error: unknown) => {
    if (!hasCode(error, 'ENOENT', 'ENOTDIR')) throw error;
  });
}

async function asTrouble(error: unknown, intent: FileIntent): Promise<FileTrouble> {
  const known = fileTrouble(error);
  if (known === null) throw error;
  if (known.reason !== 'disk_full') return { kind: 'trouble', ...known };
  return { kind: 'trouble', reason: 'disk_full', message: await howMuchIsMissing(intent).catch(() => known.message) };
}

async function howMuchIsMissing({ source_path, destination_path }: FileIntent): Promise<string> {
  const { size } = await lstat(source_path);
  const { bavail, bsize } = await statfs(dirname(destination_path));
  const missing = Math.max(0, size - bavail * bsize);
  return `The disk is full: ${bytesInWords(missing)} short. The original is untouched; make room and try again.`;
}
