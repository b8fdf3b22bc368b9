import type { BigIntStats } from 'node:fs';
import { lstat, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FileIntent, Removal } from '../../services/organizer/ports';
import { syncFolder } from './durable-folder';
import { fileTrouble, hasCode } from './file-trouble';
import { hashHandle } from './hash-file';
import { identityOf } from './identity';
import { NotDurableError } from './not-durable';
import { isSameFile, openRegular } from './open-regular';
import { asidePath, isTaken, putBack } from './remains';

/**
 * Removes the original of a move. It is put aside first, under a hidden name beside it, and looked at once more there: between
 * a look at a name and an unlink of that name, another file could take it; what has been put aside nobody can swap. Only when
 * it is the very file that was verified, and the destination still stands, does it go; otherwise it gets its name back.
 */
export async function removeOriginal(intent: FileIntent, proof: string | null = null): Promise<Removal> {
  const { source_path, destination_path } = intent;
  try {
    if (!(await isTaken(source_path))) return await finishRemoval(intent);
    const checked = await checkedOriginal(intent, proof);
    if (typeof checked === 'string') return { kind: 'kept', why: checked };
    const aside = asidePath(intent);
    if (await isTaken(aside)) return { kind: 'kept', why: 'An earlier try to remove it is not over.' };
    const filed = await lstat(destination_path, { bigint: true }).catch(() => null);
    if (filed === null) return { kind: 'kept', why: 'Its organized file is not there.' };
    await rename(source_path, aside);
    if (!isSameFile(await lstat(aside, { bigint: true }), checked)) return await keep(intent, 'Another file took its name just now.');
    // On a file system that does not tell the two names apart, they were one, and the only one.
    const still = await lstat(destination_path, { bigint: true }).catch(() => null);
    if (still === null || !isSameFile(still, filed)) return await keep(intent, 'Its organized file is not there any more.');
    await unlink(aside);
  } catch (error) {
    return await keptBecause(intent, error);
  }
  await flushNames(source_path);
  return { kind: 'removed' };
}

/** The original as it was found to hold the bytes, or why it must stay. */
async function checkedOriginal({ source_path, content_hash }: FileIntent, proof: string | null): Promise<BigIntStats | string> {
  const before = await lstat(source_path, { bigint: true });
  if (!before.isFile()) return 'Something that is no file has its name now.';
  if (proof !== null && identityOf(before) === proof) return before;
  const { handle, identity } = await openRegular(source_path);
  try {
    if (identity !== identityOf(before)) return 'It changed just now.';
    if ((await hashHandle(handle)).hash !== content_hash) return 'It holds something else now.';
  } finally {
    await handle.close();
  }
  const after = await lstat(source_path, { bigint: true });
  return identityOf(after) === identity ? after : 'It changed just now.';
}

/** The name is free: the original has gone, or a crash came while it was put aside. */
async function finishRemoval(intent: FileIntent): Promise<Removal> {
  const aside = asidePath(intent);
  if (await isTaken(aside)) {
    const { handle } = await openRegular(aside);
    const same = await hashHandle(handle).finally(() => handle.close());
    if (same.hash !== intent.content_hash) return await keep(intent, 'It holds something else now.');
    await unlink(aside);
  }
  await flushNames(intent.source_path);
  return { kind: 'removed' };
}

async function keep(intent: FileIntent, why: string): Promise<Removal> {
  const back = await putBack(intent);
  return { kind: 'kept', why: back ? why : `${why} It lies beside its place as ${asidePath(intent)}.` };
}

async function keptBecause(intent: FileIntent, error: unknown): Promise<Removal> {
  // Gone between two looks: someone else removed or moved it.
  const known = fileTrouble(error);
  if (known === null) throw error;
  const back = await putBack(intent).catch(() => false);
  if (hasCode(error, 'ENOENT') && !(await isTaken(intent.source_path).catch(() => true))) return { kind: 'removed' };
  return { kind: 'kept', why: back ? known.message : `${known.message} It lies beside its place as ${asidePath(intent)}.` };
}

/** A name that comes back after a power cut costs nothing: the next look finds the same bytes filed. */
async function flushNames(sourcePath: string): Promise<void> {
  await syncFolder(dirname(sourcePath)).catch((error: unknown) => {
    if (!(error instanceof NotDurableError) && fileTrouble(error) === null) throw error;
  });
}
