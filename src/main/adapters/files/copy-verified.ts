import { constants, existsSync } from 'node:fs';
import { chmod, copyFile, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import process from 'node:process';
import type { FileIntent, FileTrouble, IntentState, Published, Taken } from '../../services/organizer/ports';
import { alreadyThere } from './already-there';
import { makeFolderDurably } from './durable-folder';
import { copyAttributes } from './extended-attributes';
import { asTrouble, changedWhileRead, copyDiffers } from './filing-trouble';
import { hasCode } from './file-trouble';
import { hashFile, hashHandle } from './hash-file';
import { identityOf } from './identity';
import { makeDurable, NotDurableError } from './not-durable';
import { type OpenFile, openRegular } from './open-regular';
import { publish } from './publish';
import { clearRemains, partPath, removeIfThere } from './remains';

export type Mark = (state: IntentState) => Promise<void>;

/**
 * Copies to a temporary name beside the destination, makes the copy durable, reads it back and publishes it only if its
 * name is free. After a flush that failed, the copy is thrown away and made anew, once.
 */
export async function copyVerified(intent: FileIntent, mark: Mark = () => Promise.resolve()): Promise<Published | Taken | FileTrouble> {
  for (let again = false; ; again = true) {
    try {
      return await copyOnce(intent, mark);
    } catch (error) {
      if (again || !(error instanceof NotDurableError)) return asTrouble(error, intent);
      await clearRemains(intent).catch(() => undefined);
    }
  }
}

async function copyOnce(intent: FileIntent, mark: Mark): Promise<Published | Taken | FileTrouble> {
  const before = await alreadyThere(intent);
  if (before !== null) return before;
  const part = partPath(intent);
  const source = await openRegular(intent.source_path);
  try {
    await makeFolderDurably(dirname(intent.destination_path));
    await copyTo(part, source, intent.source_path);
    // What is on the disk now must be the content that was named. That proves copy and original at once.
    if ((await hashFile(part)).hash !== intent.content_hash) return await whyItDiffers(intent, source);
    const unchanged = identityOf(await source.handle.stat({ bigint: true })) === source.identity;
    if (!unchanged && (await hashHandle(source.handle)).hash !== intent.content_hash) return changedWhileRead;
    const published = await publish(part, intent.destination_path, () => mark('reserved'));
    return published.kind === 'taken' ? published : { kind: 'published', proof: unchanged ? source.identity : null };
  } finally {
    await source.handle.close();
  }
}

async function copyTo(part: string, source: OpenFile, path: string): Promise<void> {
  // A part of this operation can only be our own, left by an earlier try.
  await removeIfThere(part);
  await copyFile(ofHandle(source, path), part, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  const mode = Number(source.stats.mode) & 0o777;
  // A copy of a write-protected file is write-protected: it must be opened to be made durable.
  await whereItCan(chmod(part, mode | 0o200));
  const copy = await open(part, 'r+');
  try {
    await copyAttributes(path, part);
    if ((mode & 0o200) === 0) await whereItCan(copy.chmod(mode));
    await whereItCan(copy.utimes(seconds(source.stats.atimeNs), seconds(source.stats.mtimeNs)));
    await makeDurable(copy);
  } finally {
    await copy.close();
  }
}

/** The file that is open, whatever has taken its name since. Elsewhere the name must do: what it gives is compared with the hash. */
function ofHandle({ handle }: OpenFile, path: string): string {
  return openFilesHaveNames ? `/proc/self/fd/${handle.fd}` : path;
}

const openFilesHaveNames = process.platform === 'linux' && existsSync('/proc/self/fd');

/** Camera cards and others keep neither permissions nor owners, and say so. */
async function whereItCan(change: Promise<void>): Promise<void> {
  await change.catch((error: unknown) => {
    if (!hasCode(error, 'EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP')) throw error;
  });
}

function seconds(nanoseconds: bigint): number {
  return Number(nanoseconds) / 1e9;
}

/** Tells a file that changed under our hands from a copy that went wrong. */
async function whyItDiffers({ content_hash }: FileIntent, { handle }: OpenFile): Promise<FileTrouble> {
  return (await hashHandle(handle)).hash === content_hash ? copyDiffers : changedWhileRead;
}
