import { link, lstat, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FileIntent, FileTrouble, Published, Taken } from '../../services/organizer/ports';
import { alreadyThere } from './already-there';
import { copyVerified, type Mark } from './copy-verified';
import { makeFolderDurably, syncFolder } from './durable-folder';
import { hasCode } from './file-trouble';
import { asTrouble, changedWhileRead } from './filing-trouble';
import { hashHandle } from './hash-file';
import { identityOf } from './identity';
import { makeDurable, NotDurableError } from './not-durable';
import { isSameFile, type OpenFile, openRegular } from './open-regular';
import { cannotLink, withdraw } from './publish';
import { partPath, removeIfThere } from './remains';

/**
 * Puts a file that is to change its place under its new name. On one device it gets a second name and no byte is copied, which
 * is at least as safe as a copy: there is one file, so nothing can differ; the old name goes only when the new one is durable
 * and stands for the same file; and what a late writer still writes lands in the file that stays, not in one that is gone.
 * A file with further names is copied, so that whoever writes under one of those does not write into what is organized.
 */
export async function relocate(intent: FileIntent, mark?: Mark): Promise<Published | Taken | FileTrouble> {
  try {
    const before = await alreadyThere(intent);
    if (before !== null) return before;
    const source = await openRegular(intent.source_path);
    try {
      // A part of an earlier try that copied.
      await removeIfThere(partPath(intent));
      await makeFolderDurably(dirname(intent.destination_path));
      const named = await giveSecondName(intent, source);
      if (named !== null) return named;
    } finally {
      await source.handle.close();
    }
  } catch (error) {
    // A flush that failed: what it was about is withdrawn, and a copy may succeed.
    if (!(error instanceof NotDurableError)) return asTrouble(error, intent);
  }
  return copyVerified(intent, mark);
}

/** Null where only a copy will do. */
async function giveSecondName(intent: FileIntent, { handle, stats, identity }: OpenFile): Promise<Published | Taken | FileTrouble | null> {
  const { source_path, destination_path, content_hash } = intent;
  if (stats.nlink !== 1n) return null;
  if ((await stat(dirname(destination_path), { bigint: true })).dev !== stats.dev) return null;
  if ((await hashHandle(handle)).hash !== content_hash) return changedWhileRead;
  await makeDurable(handle);
  if (identityOf(await lstat(source_path, { bigint: true })) !== identity) return changedWhileRead;
  try {
    await link(source_path, destination_path);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return { kind: 'taken' };
    if (cannotLink(error)) return null;
    throw error;
  }
  const named = await lstat(destination_path, { bigint: true });
  try {
    await syncFolder(dirname(destination_path));
    const now = await handle.stat({ bigint: true });
    if (isSameFile(now, stats) && isSameFile(named, stats)) return { kind: 'published', proof: identityOf(now) };
  } catch (error) {
    await withdraw(destination_path, named);
    throw error;
  }
  // Something else took the name, or was written into it, in the moment before the link.
  await withdraw(destination_path, named);
  return changedWhileRead;
}
