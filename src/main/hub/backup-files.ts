import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupRecord } from '@shared/library/backup-record';
import Database from 'better-sqlite3';
import { LogReader } from '../log/log-reader';

const named = /^log-(\d{4})-(\d\d)-(\d\d)T(\d\d)-(\d\d)-(\d\d)(?:\.(\d{3}))?Z\.sqlite$/;

/** The backups in a folder, the newest first. One that cannot be opened is left out, not removed. */
export function backupsIn(folder: string): BackupRecord[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name): BackupRecord[] => {
      const made = madeAt(name);
      const last_sequence = made === null ? null : lastSequenceOf(join(folder, name));
      if (made === null || last_sequence === null) return [];
      const file = join(folder, name);
      return [{ file, made_at: made, bytes: statSync(file).size, last_sequence }];
    })
    .sort((a, b) => (a.made_at < b.made_at ? 1 : -1));
}

function madeAt(name: string): string | null {
  const [, year, month, day, hour, minute, second, ms = '000'] = named.exec(name) ?? [];
  return year === undefined ? null : `${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`;
}

function lastSequenceOf(file: string): number | null {
  try {
    const database = new Database(file, { readonly: true, fileMustExist: true });
    try {
      return new LogReader(database).lastSequence;
    } finally {
      database.close();
    }
  } catch {
    return null;
  }
}

const dailies = 7;
const weeklies = 4;
const dayMs = 86_400_000;

/**
 * Which backups are kept: the newest of each of the last seven days and four weeks that have one, the newest three, and
 * the one that knows most.
 */
export function worthKeeping(backups: readonly BackupRecord[]): ReadonlySet<string> {
  const kept = new Set(backups.slice(0, 3).map(({ file }) => file));
  const newestOfEach = (periodOf: (record: BackupRecord) => string, count: number) => {
    const periods = new Map<string, string>();
    for (const record of backups) if (!periods.has(periodOf(record))) periods.set(periodOf(record), record.file);
    for (const file of [...periods.values()].slice(0, count)) kept.add(file);
  };
  newestOfEach(({ made_at }) => made_at.slice(0, 10), dailies);
  // Weeks from Monday to Monday: 1970 began on a Thursday.
  newestOfEach(({ made_at }) => String(Math.floor((Date.parse(made_at) / dayMs + 3) / 7)), weeklies);
  const [most] = [...backups].sort((a, b) => b.last_sequence - a.last_sequence);
  if (most) kept.add(most.file);
  return kept;
}

/** Removes the backups that are not worth keeping; says which. */
export function thinOut(folder: string): readonly string[] {
  const backups = backupsIn(folder);
  const kept = worthKeeping(backups);
  const gone = backups.map(({ file }) => file).filter((file) => !kept.has(file));
  for (const file of gone) rmSync(file, { force: true });
  return gone;
}
