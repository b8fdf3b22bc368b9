import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { t } from '@shared/language/language';
import { type Said, SaidError, toldOf } from '@shared/language/said';
import type { BackupMade } from '@shared/library/backup-record';
import Database from 'better-sqlite3';
import { archiveFolderOf } from '../log/archive';
import { backupFolderOf, backupName } from '../log/backup-names';
import { publishDurably } from '../log/durable-file';
import { verifyRowsInSlices } from '../log/verify-rows';
import { thinOut } from './backup-files';

export interface BackupWish {
  readonly database: Database.Database;
  readonly dataFolder: string;
  /** A second place, on another disk perhaps. */
  readonly secondFolder?: string | null;
  readonly now?: () => Date;
}

/** A backup that did not come about; the message says why. The log itself is as it was. */
export class BackupError extends SaidError {
  override readonly name = 'BackupError';
}

/** Pages that are copied before others get their turn: a millisecond or two. */
const pagesAtATime = 64;

/**
 * Copies a log that is in use to a file of its own, reads every event of the copy, and only then gives it its name.
 * Whoever says events meanwhile does not wait. @throws BackupError
 */
export async function backUp({ database, dataFolder, secondFolder = null, now = () => new Date() }: BackupWish): Promise<BackupMade> {
  const began = performance.now();
  const folder = backupFolderOf(dataFolder);
  const made_at = now();
  const file = join(folder, backupName(made_at));
  const part = `${file}.part`;
  try {
    mkdirSync(folder, { recursive: true });
    removeRemains(folder);
    await database.backup(part, { progress: () => pagesAtATime });
    const { events, last } = await verifiedAlone(part);
    publishDurably(part, file);
    thinOut(folder);
    return {
      file, made_at: made_at.toISOString(), bytes: statSync(file).size, last_sequence: last, verified_events: events,
      duration_ms: Math.round(performance.now() - began),
      second_copy_problem: secondFolder === null ? null : copyElsewhere(file, dataFolder, secondFolder),
    };
  } catch (error) {
    removeRemains(folder);
    throw new BackupError(() => t('The log could not be backed up to {folder}: {error}', { folder, error: toldOf(error) }));
  }
}

/** Makes the copy one file, without the write-ahead log that the original has, and reads every row. */
async function verifiedAlone(part: string): Promise<{ events: number; last: number }> {
  const copy = new Database(part);
  try {
    copy.pragma('journal_mode = DELETE');
    const { events, last, damaged } = await verifyRowsInSlices(copy);
    if (damaged) throw new SaidError(damaged.problem);
    return { events, last };
  } finally {
    copy.close();
  }
}

function removeRemains(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) if (/\.part(-\w+)?$/.test(name)) rmSync(join(folder, name), { force: true });
}

/** Copies a verified backup, and what of the log is archived, to a second folder. Gives back the reason when it cannot be. */
function copyElsewhere(file: string, dataFolder: string, secondFolder: string): Said | null {
  try {
    mkdirSync(secondFolder, { recursive: true });
    const place = (from: string, to: string) => {
      if (existsSync(to)) return;
      copyFileSync(from, `${to}.part`);
      publishDurably(`${to}.part`, to);
    };
    place(file, join(secondFolder, basename(file)));
    const archive = archiveFolderOf(dataFolder);
    const archived = existsSync(archive) ? readdirSync(archive).filter((name) => name.endsWith('.ndjson.gz')) : [];
    if (archived.length > 0) mkdirSync(join(secondFolder, 'archive'), { recursive: true });
    for (const name of archived) place(join(archive, name), join(secondFolder, 'archive', name));
    thinOut(secondFolder);
    return null;
  } catch (error) {
    return () => t('The second copy in {secondFolder} could not be made: {error}', { secondFolder, error: toldOf(error) });
  }
}
