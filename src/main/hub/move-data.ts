import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rename, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { t } from '@shared/language/language';
import { toldOf } from '@shared/language/said';
import { z } from 'zod';
import { syncFolder } from '../adapters/files/durable-folder';
import { hasCode } from '../adapters/files/file-trouble';
import { writeDurably } from '../adapters/files/write-durably';
import { dataPointerIn, writeDataPointer } from './data-pointer';
import { takeLease } from './lease';
import { checkDatabases, countsOf } from './move-data-databases';
import { copyProven, DataMoveError, filesOf, stampOf } from './move-data-files';

export { DataMoveError } from './move-data-files';

const journalName = 'data-move.json';
const markName = '.alice-move';
const partName = '.alice-moving';
const journalSchema = z.object({ id: z.string().min(1), to: z.string().min(1) });

export type MovePart = 'copying' | 'checking' | 'switching';
export type MoveStep = 'journal' | 'folder' | 'count' | 'copy' | 'check' | 'compare' | 'name' | 'point' | 'end';

export interface MoveOptions {
  /** The data folder that is used. Nobody writes to it. */
  readonly from: string;
  /** An empty folder; the data goes into a folder `data` in it. */
  readonly to: string;
  /** Where the pointer to the data folder lies. */
  readonly appFolder: string;
  readonly onProgress?: (part: MovePart, done: number, total: number) => void;
  readonly signal?: AbortSignal;
  /** Told before each step; what it throws is a fault of that step. */
  readonly before?: (step: MoveStep, path: string) => void;
}

/**
 * Copies a data folder, proves the copy, and only then points to it. Whatever goes wrong before that leaves the old one in
 * use and nothing behind in the new place. Resolves with the new folder. @throws DataMoveError
 */
export async function moveData(options: MoveOptions): Promise<string> {
  const { to, appFolder } = options;
  if ((await readdir(to)).length > 0) throw new DataMoveError(() => t('{to} is not empty. Choose or make an empty folder.', { to }));
  const id = randomUUID();
  const pointer = dataPointerIn(appFolder);
  // So that no other Alice writes to what is being copied.
  const release = leaseOf(options.from);
  try {
    options.before?.('journal', '');
    await writeDurably(join(appFolder, journalName), `${JSON.stringify({ id, to })}\n`);
    await syncFolder(appFolder);
    await copyInto(options, id);
    options.before?.('point', '');
    options.onProgress?.('switching', 1, 1);
    await writeDataPointer(appFolder, { data: join(to, 'data'), old: options.from });
    options.before?.('end', '');
  } catch (error) {
    // Which of both is used is what the pointer says, and it says what it said before.
    await writeDataPointer(appFolder, pointer).catch(() => undefined);
    if (dataPointerIn(appFolder)?.data === join(to, 'data')) return join(to, 'data');
    await clearUnfinished(appFolder).catch(() => undefined);
    throw asMoveError(error, to);
  } finally {
    release();
  }
  await rm(join(to, 'data', markName), { force: true }).catch(() => undefined);
  await rm(join(appFolder, journalName), { force: true }).catch(() => undefined);
  return join(to, 'data');
}

async function copyInto({ from, to, onProgress, signal, before }: MoveOptions, id: string): Promise<void> {
  const part = join(to, partName);
  before?.('folder', '');
  await mkdir(part, { mode: 0o700 });
  await writeFile(join(part, markName), id);
  before?.('count', '');
  const { files, folders } = await filesOf(from);
  const counts = countsOf(from, files.map(({ path }) => path));
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  await refuseWithoutRoom(to, total);
  for (const folder of folders) await mkdir(join(part, folder), { recursive: true });
  const stamps = new Map<string, string>();
  let done = 0;
  for (const { path, bytes } of files) {
    signal?.throwIfAborted();
    before?.('copy', path);
    stamps.set(path, await copyProven(from, part, path));
    done += bytes;
    onProgress?.('copying', done, total);
  }
  signal?.throwIfAborted();
  before?.('check', '');
  onProgress?.('checking', 0, 1);
  checkDatabases(part, counts);
  before?.('compare', '');
  await refuseIfChanged(from, stamps);
  for (const folder of ['', ...folders].reverse()) await likeOriginal(join(from, folder), join(part, folder));
  signal?.throwIfAborted();
  before?.('name', '');
  await rename(part, join(to, 'data'));
  await syncFolder(to);
}

/** A copied folder is open to no more people than the original, and durable. */
async function likeOriginal(original: string, copy: string): Promise<void> {
  await chmod(copy, (await stat(original)).mode & 0o777);
  await syncFolder(copy);
}

async function refuseWithoutRoom(to: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(to);
  if (bavail * bsize >= bytes * 1.05) return;
  const inMb = (size: number) => Math.ceil(size / 1_000_000);
  throw new DataMoveError(() => t(
    'There is not enough room in {to}: {needed, number} MB are needed, {free, number} MB are free.',
    { to, needed: inMb(bytes), free: inMb(bavail * bsize) },
  ));
}

/** A copy of what was written to since would lose that. */
async function refuseIfChanged(from: string, stamps: ReadonlyMap<string, string>): Promise<void> {
  const { files } = await filesOf(from);
  for (const { path, bytes } of files) {
    const stamp = stamps.get(path);
    // SQLite puts files beside a database that is read; what is written since would lie in one of them.
    if (stamp === undefined && (/\.sqlite-shm$/.test(path) || (bytes === 0 && /\.sqlite-wal$/.test(path)))) continue;
    if (stamp === undefined || stamp !== (await stampOf(join(from, path)))) {
      const file = join(from, path);
      throw new DataMoveError(() => t('{file} was written to while it was copied. Close what works with the data folder and try again.', { file }));
    }
  }
}

/**
 * Clears what a move left behind that was killed: the old folder is in use, and of the new one there are only copies,
 * which are known by their mark. A move that had come to its end is ended.
 */
export async function clearUnfinished(appFolder: string): Promise<void> {
  const journal = journalIn(appFolder);
  if (journal === null) return;
  const { to, id } = journal;
  const data = join(to, 'data');
  // Its drive may be away: then it is cleared another time.
  if (!existsSync(to)) return;
  if (dataPointerIn(appFolder)?.data === data) await rm(join(data, markName), { force: true });
  else {
    const part = join(to, partName);
    if ((await isOfMove(part, id)) || (await isHardlyBegun(part))) await rm(part, { recursive: true, force: true });
    if ((await isOfMove(data, id)) && !wasWorkedWith(data)) await rm(data, { recursive: true, force: true });
  }
  await rm(join(appFolder, journalName), { force: true });
}

async function isOfMove(folder: string, id: string): Promise<boolean> {
  try {
    return (await readFile(join(folder, markName), 'utf8')) === id;
  } catch (error) {
    if (!hasCode(error, 'ENOENT', 'ENOTDIR')) throw error;
    return false;
  }
}

/** Locks are not copied: where one lies, somebody has begun to work, and what came since is nowhere else. */
function wasWorkedWith(folder: string): boolean {
  return existsSync(join(folder, 'lease.sqlite'));
}

/** Killed before the mark was written: the folder holds nothing yet. */
async function isHardlyBegun(folder: string): Promise<boolean> {
  const inside = await readdir(folder).catch(() => [partName]);
  return inside.every((name) => name === markName);
}

function journalIn(appFolder: string): z.infer<typeof journalSchema> | null {
  try {
    return journalSchema.safeParse(JSON.parse(readFileSync(join(appFolder, journalName), 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}

function leaseOf(folder: string): () => void {
  try {
    return takeLease(folder);
  } catch (error) {
    throw new DataMoveError(() => toldOf(error), { cause: error });
  }
}

function asMoveError(error: unknown, to: string): DataMoveError {
  const stopped = error instanceof Error && error.name === 'AbortError';
  const reason = () => {
    if (stopped) return t('It was stopped.');
    return hasCode(error, 'ENOSPC', 'EDQUOT') ? t('The disk of {to} is full.', { to }) : toldOf(error);
  };
  return new DataMoveError(() => t('The data folder was not moved and stays where it was. {reason}', { reason: reason() }), { cause: error });
}
