import { logRecovered } from '@shared/events/system-events';
import { stampEvent } from '@shared/events/envelope';
import Database from 'better-sqlite3';
import type { Archive } from '../archive';
import { EventWriter } from '../event-writer';
import { gapsIn } from '../gaps';
import { LogReader } from '../log-reader';
import { migrate } from '../schema';
import { verifyRows } from '../verify-rows';
import { deriveHandled } from './derive-handled';
import { salvage } from './salvage';
import { type RecoverySource, Staging } from './staging';
import { highestSpokenOf, noted, standingFrom, writeStanding } from './standing';

export interface RebuildFrom {
  /** Copies of the damaged log's files: they may be written to. */
  readonly damagedCopy: string;
  /** What that file is, when it is not the damaged log. */
  readonly primary?: RecoverySource;
  /** Under which name the damaged log itself is kept. */
  readonly keptAs: string;
  readonly problem: string;
  /** The newest first. They are only read. */
  readonly backups: readonly string[];
  readonly archive: Archive;
  /** What a projection says of how many events there were; 0 when it says nothing. */
  readonly eventsKnownOf: number;
  readonly stagingFile: string;
}

export interface Rebuilt {
  readonly problem: string;
  readonly kept_events: number;
  readonly lost_events: number;
  readonly sources: readonly RecoverySource[];
  readonly backup_file: string | null;
  readonly damaged_file: string;
  /** Rows of the damaged log whose checksum does not hold. */
  readonly unreadable_rows: number;
}

/**
 * Makes a new log of every event that can be read in the damaged one, in its backups and in its archive. Each keeps its
 * place; where none could be read a gap stays. The last event tells of it. The file is whole and durable only at the end.
 */
export function rebuildLog(file: string, from: RebuildFrom): Rebuilt {
  const staging = new Staging(from.stagingFile);
  const database = new Database(file);
  try {
    const archived = bringArchive(staging, from.archive);
    let unreadable_rows = 0;
    staging.from(from.primary ?? 'damaged_log', (take) => { unreadable_rows = salvage(from.damagedCopy, take, from.backups.slice(0, 2)).damaged.length; });
    const standing = standingFrom(from.damagedCopy, from.backups);
    let backup_file = from.primary === 'backup' ? (from.backups[0] ?? null) : null;
    let last = 0;
    const known = () => Math.max(staging.last, from.eventsKnownOf, highestSpokenOf(standing, staging.last));
    for (const backup of from.backups) {
      const added = staging.from('backup', (take) => { salvage(backup, take); });
      if (added > 0) backup_file ??= backup;
      last = known();
      if (staging.count(last) === last) break;
    }
    last = known();
    const notedTo = noted(standing, 'archived_to');
    const archivedTo = typeof notedTo === 'number' ? Math.min(archived, notedTo) : archived;
    const kept_events = staging.count(last);
    const rebuilt: Rebuilt = {
      problem: from.problem, kept_events, lost_events: last - kept_events, sources: staging.sources, backup_file, damaged_file: from.keptAs,
      unreadable_rows,
    };
    database.pragma('page_size = 16384');
    database.pragma('journal_mode = DELETE');
    database.pragma('synchronous = FULL');
    migrate(database, file);
    database.transaction(() => {
      const next = writeEvents(database, staging, archivedTo, last);
      writeStanding(database, standing, notCarriedOver);
      deriveHandled(database, next);
      note(database, 'archived_to', archivedTo > 0 ? archivedTo : null);
      gapsIn(staging.sequences(), last).note(database);
      note(database, 'chain', noted(standing, 'chain') === undefined ? null : 1);
      writeReport(database, next, rebuilt);
    }).immediate();
    proveSound(database);
    return rebuilt;
  } finally {
    staging.close();
    database.close();
  }
}

/** What is found out anew. */
const notCarriedOver: ReadonlySet<string> = new Set(['archived_to', 'gaps', 'chain', 'verified_at']);

/** Brings what the archive holds, and says up to where it can be read without a break. */
function bringArchive(staging: Staging, archive: Archive): number {
  let readableTo = 0;
  staging.from('archive', (take) => {
    for (const { events, unbroken } of archive.readable()) {
      for (const event of events) take(event);
      if (unbroken) readableTo = events.at(-1)?.sequence ?? readableTo;
    }
  });
  return readableTo;
}

/** Writes the events that do not lie in the archive; gives back the next free place. */
function writeEvents(database: Database.Database, staging: Staging, archivedTo: number, last: number): number {
  const writer = new EventWriter(database);
  for (const event of staging.after(archivedTo)) writer.write(event);
  let next = last + 1;
  for (const event of staging.displaced()) if (writer.write({ ...event, sequence: next })) next += 1;
  writer.committed();
  return next;
}

function writeReport(database: Database.Database, sequence: number, rebuilt: Rebuilt): void {
  const { damaged_file, problem, kept_events, lost_events, sources, backup_file } = rebuilt;
  const draft = logRecovered({ damaged_file, problem, kept_events, lost_events, sources: [...sources], backup_file });
  const { data, ...event } = stampEvent(draft, { source: 'hub', actor: 'service:hub' });
  new EventWriter(database).write({ ...event, sequence, data: JSON.stringify(data) });
}

function note(database: Database.Database, name: string, value: string | number | null): void {
  if (value !== null) database.prepare('INSERT OR REPLACE INTO about (name, value) VALUES (?, ?)').run(name, value);
}

function proveSound(database: Database.Database): void {
  const problem = database.pragma('integrity_check(1)', { simple: true });
  if (problem !== 'ok') throw new Error(`The rebuilt log is not sound: ${String(problem)}`);
  const { damaged } = verifyRows(new LogReader(database));
  if (damaged) throw new Error(`The rebuilt log is not sound: ${damaged.problem()}`);
}
