import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { t } from '@shared/language/language';
import type { Said } from '@shared/language/said';
import Database from 'better-sqlite3';
import { messageOf } from '../kernel/report-bug';
import { backupFolderOf } from '../log/backup-names';
import { LogReader } from '../log/log-reader';
import { logFileName } from '../log/open-database';
import { DatabasePages } from '../log/recovery/database-pages';
import { isWalBroken } from '../log/recovery/wal-file';
import { logVersion, newerData } from '../log/schema';
import { verifyRows } from '../log/verify-rows';
import { positionIn, projectionsFileName } from '../projections/open-projections';
import { backupsIn } from './backup-files';
import { repairMark } from './log-trouble';

/** The structure of a log up to this size is checked at every start: a fifth of a second. */
const structureCheckBytes = 64_000_000;
/** So many of the newest events are read and compared with their checksums at every start: another fifth. The rest, weekly. */
const newestRows = 20_000;

/** Refuses a log of a newer version by its bytes alone: nothing is opened or written. @throws NewerDataError */
export function refuseNewerUntouched(dataFolder: string): void {
  const file = join(dataFolder, logFileName);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return;
  const pages = new DatabasePages(file);
  try {
    const header = pages.page(1);
    if (header === null || header.toString('latin1', 0, 15) !== 'SQLite format 3') return;
    const version = header.readUInt32BE(60);
    if (version > logVersion && version < absurdVersion) throw newerData(file, version);
  } finally {
    pages.close();
  }
}

/** No Alice will ever have it: what says so is damaged. */
const absurdVersion = 100_000;

/** What is wrong with the log of a data folder, as a sentence, or null. With `thorough` every row is read, however long it takes. */
export function problemWithLog(dataFolder: string, thorough = false): Said | null {
  const file = join(dataFolder, logFileName);
  const known = eventsKnownOf(dataFolder);
  const there = statSync(file, { throwIfNoEntry: false });
  const hadOne = known > 0 || sizeOf(`${file}-wal`) > 0 || backupsIn(backupFolderOf(dataFolder)).length > 0;
  if (there === undefined) return hadOne ? () => t('The event log is not there.') : null;
  if (there.isDirectory()) return () => t('A folder lies where the event log should be.');
  if (there.size === 0) return hadOne ? () => t('The event log is empty.') : null;
  const marked = existsSync(join(dataFolder, repairMark));
  // Before it is opened: the database would take what lies before the damage for the whole, and drop the rest.
  if (sizeOf(`${file}-wal`) > 0 && isWalBroken(`${file}-wal`)) return () => t('The newest part of the event log, its write-ahead log, is damaged.');
  rollBackCreation(file);
  let database: Database.Database | undefined;
  try {
    // Only for reading: whoever writes would, when closing, drop what he takes for an unfinished end.
    database = new Database(file, { fileMustExist: true, readonly: true });
    const all = thorough || marked;
    const check = all || there.size <= structureCheckBytes ? database.pragma('quick_check(1)', { simple: true }) : 'ok';
    if (check !== 'ok') return () => t('The event log is damaged: {check}.', { check: String(check) });
    if (database.pragma('user_version', { simple: true }) === 0) return hadOne ? () => t('The event log holds nothing.') : null;
    const reader = new LogReader(database);
    const { damaged } = verifyRows(reader, all ? 0 : Math.max(0, reader.lastSequence - newestRows));
    if (damaged) return damaged.problem;
    const last = reader.lastSequence;
    const seen = { last: String(last), known: String(known) };
    return last < known ? () => t('The event log ends at event {last}, but the library knows of {known}.', seen) : null;
  } catch (error) {
    if (isPassing(error)) throw error;
    return () => t('The event log is damaged: {check}.', { check: messageOf(error) });
  } finally {
    database?.close();
  }
}

/**
 * A log that was being made when the power went has a journal beside it, by which SQLite takes back what was not finished;
 * that cannot be done while only reading. A log that was once finished has a write-ahead log instead.
 */
function rollBackCreation(file: string): void {
  if (sizeOf(`${file}-journal`) === 0 || sizeOf(`${file}-wal`) > 0) return;
  try {
    const database = new Database(file, { fileMustExist: true });
    database.pragma('user_version');
    database.close();
  } catch (error) {
    if (isPassing(error)) throw error;
    // What is wrong with it is found by looking.
  }
}

/** Trouble with the disk or another process is no damage to the log. */
function isPassing(error: unknown): boolean {
  return error instanceof Database.SqliteError && /^SQLITE_(BUSY|CANTOPEN|READONLY|IOERR|FULL|PERM|NOMEM)/.test(error.code);
}

/** How many events the library had seen: 0 when there is none, or none that can be read. */
export function eventsKnownOf(dataFolder: string): number {
  const file = join(dataFolder, projectionsFileName);
  if (sizeOf(file) === 0) return 0;
  try {
    const database = new Database(file, { fileMustExist: true });
    try {
      return positionIn(database);
    } finally {
      database.close();
    }
  } catch {
    return 0;
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
