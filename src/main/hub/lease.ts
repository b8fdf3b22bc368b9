import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { t } from '@shared/language/language';
import { type Said, SaidError, toldOf } from '@shared/language/said';
import Database from 'better-sqlite3';
import { z } from 'zod';

/** Another process works with the same data folder. */
export class DataInUseError extends SaidError {
  override readonly name = 'DataInUseError';
}

/** A data folder that cannot be written; the message says why and what to do. */
export class UnusableDataError extends SaidError {
  override readonly name = 'UnusableDataError';
}

const holder = z.object({ host: z.string(), pid: z.int(), since: z.string(), beat: z.string() });
type Holder = z.infer<typeof holder>;

export interface LeaseOptions {
  readonly host?: string;
  readonly beatEveryMs?: number;
  /** Told when another computer has taken the folder over, which happens where locks do not hold. */
  readonly takenOver?: (sentence: Said) => void;
}

const beatEveryMs = 15_000;
/** A computer that has not written for so long does not work with the folder any more. */
const staleAfterMs = 60_000;

/**
 * Makes sure that one process at a time writes a data folder. The lock is the operating system's, so it ends with the
 * process, also when that is killed. On network folders locks may not hold between computers: there the heartbeat beside
 * the lock speaks for another one. @throws DataInUseError, UnusableDataError
 */
export function takeLease(dataFolder: string, options: LeaseOptions = {}): () => void {
  const { host = hostname() } = options;
  const database = openLock(dataFolder);
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (codeOf(error).startsWith('SQLITE_BUSY')) throw inUse(dataFolder, heartbeatIn(dataFolder)?.holder ?? null);
    throw unusable(dataFolder, error);
  }
  try {
    const other = freshOther(dataFolder, host);
    if (other) throw inUse(dataFolder, other);
    const since = new Date().toISOString();
    const beat = () => { writeHeartbeat(dataFolder, { host, pid: process.pid, since, beat: new Date().toISOString() }); };
    beat();
    const timer = setInterval(() => {
      const now = heartbeatIn(dataFolder)?.holder;
      if (now && now.host !== host) options.takenOver?.(inUse(dataFolder, now).said);
      else beat();
    }, options.beatEveryMs ?? beatEveryMs).unref();
    return () => {
      clearInterval(timer);
      if (heartbeatIn(dataFolder)?.holder.pid === process.pid) removeHeartbeat(dataFolder);
      database.close();
    };
  } catch (error) {
    database.close();
    throw error instanceof DataInUseError ? error : unusable(dataFolder, error);
  }
}

function openLock(dataFolder: string): Database.Database {
  try {
    mkdirSync(dataFolder, { recursive: true });
    return new Database(join(dataFolder, 'lease.sqlite'), { timeout: 0 });
  } catch (error) {
    throw unusable(dataFolder, error);
  }
}

function inUse(dataFolder: string, by: Holder | null): DataInUseError {
  return new DataInUseError(() => (by === null
    ? t('Another Alice is working with the data folder {dataFolder}. Close it, or choose another folder with --data.', { dataFolder })
    : t(
      'Another Alice (process {pid} on {host}, since {since}) is working with the data folder {dataFolder}. Close it, or choose another folder with --data.',
      { pid: String(by.pid), host: by.host, since: by.since, dataFolder },
    )));
}

function unusable(dataFolder: string, error: unknown): UnusableDataError {
  const code = codeOf(error);
  return new UnusableDataError(() => {
    const reason = /READONLY|EROFS/.test(code)
      ? t('it is read-only')
      : /FULL|ENOSPC|EDQUOT/.test(code)
        ? t('the disk is full')
        : /EACCES|EPERM|CANTOPEN|PERM/.test(code) ? t('Alice may not write there') : toldOf(error);
    return t(
      'The data folder {dataFolder} cannot be used: {reason}. Nothing was touched. Make it writable, or choose another folder with --data.',
      { dataFolder, reason },
    );
  });
}

function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : null;
  return typeof code === 'string' ? code : '';
}

function fileIn(dataFolder: string): string {
  return join(dataFolder, 'lease.json');
}

/** Who wrote last that they work with the folder, and when by the clock of the disk. */
function heartbeatIn(dataFolder: string): { readonly holder: Holder; readonly at: number } | null {
  try {
    const file = fileIn(dataFolder);
    const found = holder.parse(JSON.parse(readFileSync(file, 'utf8')));
    return { holder: found, at: statSync(file).mtimeMs };
  } catch {
    return null;
  }
}

/** Another computer that wrote a moment ago. One of this computer without a lock is dead. */
function freshOther(dataFolder: string, host: string): Holder | null {
  const found = heartbeatIn(dataFolder);
  if (found === null || found.holder.host === host) return null;
  // Compared with a file written now, for the clocks of two computers may differ.
  const probe = `${fileIn(dataFolder)}.${process.pid}`;
  writeFileSync(probe, '');
  const now = statSync(probe).mtimeMs;
  rmSync(probe, { force: true });
  return now - found.at < staleAfterMs ? found.holder : null;
}

function writeHeartbeat(dataFolder: string, beat: Holder): void {
  const file = fileIn(dataFolder);
  const part = `${file}.${process.pid}`;
  try {
    writeFileSync(part, `${JSON.stringify(beat)}\n`);
    renameSync(part, file);
  } catch {
    // On a full disk the lock itself still stands.
    rmSync(part, { force: true });
  }
}

function removeHeartbeat(dataFolder: string): void {
  try {
    rmSync(fileIn(dataFolder), { force: true });
  } catch {
    // What is left behind is stale in a minute.
  }
}
