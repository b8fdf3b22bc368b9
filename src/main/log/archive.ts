import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import { publishDurably } from './durable-file';
import type { StoredEvent } from './event-row';
import type { LogReader } from './log-reader';
import { fromLine, toLine } from './ndjson';

/** Events in one file of the archive: few enough to be unpacked in memory. */
const segmentSize = 10_000;
const pageSize = 1_000;

interface Segment {
  readonly file: string;
  readonly first: number;
  readonly last: number;
}

/** Where the archive of a data folder lies. */
export function archiveFolderOf(dataFolder: string): string {
  return join(dataFolder, 'archive');
}

/** The oldest part of a log, as compressed NDJSON in files named for the sequences that they hold. */
export class Archive {
  readonly #folder: string;
  #segments: readonly Segment[];
  #open: { segment: Segment; events: readonly StoredEvent[] } | null = null;

  constructor(dataFolder: string) {
    this.#folder = archiveFolderOf(dataFolder);
    this.#segments = this.#list();
  }

  /** The next archived events behind a place, oldest first. */
  after(sequence: number, limit: number): readonly StoredEvent[] {
    const segment = this.#segments.find(({ last }) => last > sequence);
    if (segment === undefined) return [];
    const events = this.#read(segment);
    // Not by arithmetic: a log that was recovered may have gaps.
    const from = events.findIndex((event) => event.sequence > sequence);
    return from === -1 ? [] : events.slice(from, from + limit);
  }

  /** Archived events that are wanted. Unpacks the whole archive: for a question about one old asset, not for every day. */
  *search(wanted: (event: StoredEvent) => boolean): Iterable<StoredEvent> {
    for (const segment of this.#segments) yield* this.#read(segment).filter(wanted);
  }

  /** What can be read, a segment at a time; `unbroken` as long as nothing before it was missing or damaged. */
  *readable(): Iterable<{ readonly events: readonly StoredEvent[]; readonly unbroken: boolean }> {
    let unbroken = true;
    for (const segment of this.#segments) {
      try {
        const events = this.#read(segment);
        unbroken &&= events.at(-1)?.sequence === segment.last;
        yield { events, unbroken };
      } catch {
        // Cut off or changed: its events may be in a backup.
        unbroken = false;
      }
    }
  }

  /** Adds a segment durably and reads it back. @throws when what was written is not what is read. */
  add(events: readonly StoredEvent[]): void {
    const [first] = events;
    const last = events.at(-1);
    if (first === undefined || last === undefined) return;
    mkdirSync(this.#folder, { recursive: true });
    const file = join(this.#folder, `${pad(first.sequence)}-${pad(last.sequence)}.ndjson.gz`);
    const text = events.map((event) => `${toLine(event)}\n`).join('');
    writeDurably(file, gzipSync(text));
    if (gunzipSync(readFileSync(file)).toString('utf8') !== text) throw new Error(`The archive file ${file} could not be read back.`);
    this.#segments = this.#list();
  }

  #read(segment: Segment): readonly StoredEvent[] {
    if (this.#open?.segment.file !== segment.file) {
      const lines = gunzipSync(readFileSync(segment.file)).toString('utf8').trimEnd().split('\n');
      this.#open = { segment, events: lines.map(fromLine) };
    }
    return this.#open.events;
  }

  #list(): readonly Segment[] {
    if (!existsSync(this.#folder)) return [];
    return readdirSync(this.#folder)
      .flatMap((name) => {
        const [, first, last] = /^(\d+)-(\d+)\.ndjson\.gz$/.exec(name) ?? [];
        if (first === undefined || last === undefined) return [];
        return [{ file: join(this.#folder, name), first: Number(first), last: Number(last) }];
      })
      .sort((a, b) => a.first - b.first);
  }
}

/**
 * Moves the events before a time into the archive, as far as every service has dealt with them. The rows leave the
 * database only after their file is durable and was read back. Says up to which sequence the log is archived now.
 */
export function archiveBefore(database: Database, reader: LogReader, archive: Archive, before: Date): number {
  const limit = Math.min(lastBefore(reader, before), slowestCheckpoint(database) ?? 0);
  let archived = reader.archivedTo;
  while (archived < limit) {
    const segment: StoredEvent[] = [];
    let last = archived;
    while (segment.length < segmentSize && last < limit) {
      const page = reader.storedAfter(last, Math.min(pageSize, segmentSize - segment.length));
      const events = page.map(({ event }) => event).filter(({ sequence }) => sequence <= limit);
      segment.push(...events);
      last = events.at(-1)?.sequence ?? limit;
    }
    if (segment.length === 0) return archived;
    archive.add(segment);
    archived = segment.at(-1)?.sequence ?? archived;
    removeArchived(database, archived);
  }
  return archived;
}

function lastBefore(reader: LogReader, before: Date): number {
  let last = reader.archivedTo;
  for (;;) {
    const page = reader.storedAfter(last, pageSize);
    for (const { event } of page) {
      if (Date.parse(event.timestamp) >= before.getTime()) return last;
      last = event.sequence;
    }
    if (page.length === 0) return last;
  }
}

function slowestCheckpoint(database: Database): number | null {
  return database.prepare<[], number | null>('SELECT min(sequence) FROM checkpoints').pluck().get() ?? null;
}

/** The one place where rows leave the log; the guard is down only inside this transaction. */
function removeArchived(database: Database, upTo: number): void {
  const guard = database.prepare<[], string>("SELECT sql FROM sqlite_master WHERE name = 'events_are_never_deleted'").pluck().get();
  if (guard === undefined) throw new Error('The event log has lost its guard against deletion; it was not archived.');
  database.transaction(() => {
    database.exec('DROP TRIGGER events_are_never_deleted');
    database.prepare('DELETE FROM events WHERE sequence <= ?').run(upTo);
    database.prepare("INSERT OR REPLACE INTO about (name, value) VALUES ('archived_to', ?)").run(upTo);
    database.exec(guard);
  }).immediate();
}

function writeDurably(file: string, bytes: Uint8Array): void {
  const part = `${file}.part`;
  writeFileSync(part, bytes);
  publishDurably(part, file);
}

function pad(sequence: number): string {
  return String(sequence).padStart(12, '0');
}
