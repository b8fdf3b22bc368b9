import { mkdir, open, rmdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { hasCode } from './file-trouble';
import { NotDurableError } from './not-durable';

/**
 * Makes the names in a folder survive a power cut. Systems that cannot open a folder (Windows) do it on their own.
 * @throws NotDurableError
 */
export async function syncFolder(folder: string): Promise<void> {
  let handle;
  try {
    handle = await open(folder, 'r');
  } catch (error) {
    if (hasCode(error, 'EISDIR', 'EPERM', 'EACCES')) return;
    throw error;
  }
  try {
    await handle.sync();
  } catch (cause) {
    // Some network file systems refuse to sync a folder; there is nothing more to ask for.
    if (!hasCode(cause, 'EINVAL', 'ENOTSUP', 'EPERM')) throw new NotDurableError('The disk did not confirm the names in a folder.', { cause });
  } finally {
    await handle.close();
  }
}

/** Folders whose names this process has made durable. */
const known = new Set<string>();
const knownAtMost = 10_000;

/** An earlier process may have been killed between making folders and flushing them: day, project, tool and stars are four. */
const levelsToTrust = 4;

/** Creates a folder and its parents, and makes each new name durable. */
export async function makeFolderDurably(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined && known.has(folder)) return;
  const above = chainOf(folder, first);
  try {
    for (const each of above) await syncFolder(dirname(each));
  } catch (error) {
    // So that the next try makes and flushes them anew, instead of finding them there.
    if (first !== undefined) for (const each of above) if (each.length >= first.length) await rmdir(each).catch(() => undefined);
    throw error;
  }
  if (known.size >= knownAtMost) known.clear();
  for (const each of above) known.add(each);
}

/** The folder and those above it whose names must be flushed, the deepest first. */
function chainOf(folder: string, first: string | undefined): string[] {
  const chain: string[] = [];
  for (let each = folder; each !== dirname(each); each = dirname(each)) {
    const isNew = first !== undefined && each.length >= first.length;
    if (!isNew && (known.has(each) || chain.length >= levelsToTrust)) break;
    chain.push(each);
  }
  return chain;
}
