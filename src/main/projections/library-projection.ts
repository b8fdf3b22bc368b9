import type { RecordedEvent } from '@shared/events/catalog';
import { type AssetRecord, foldAsset } from '@shared/library/asset-record';
import { foldInboxEntry, inboxPathOf, type InboxEntry } from '@shared/library/inbox-entry';
import type { Database, Statement, Transaction } from 'better-sqlite3';
import { AssetIndex } from './asset-index';
import { BandsWriter } from './bands-table';
import { EloBook } from './elo-book';
import { positionIn } from './open-projections';
import { Placements } from './placements';
import { StackDecisionBook } from './stack-decisions';

/** What a projection reads from: the log, a page at a time. */
export interface EventSource {
  readonly lastSequence: number;
  after(sequence: number, limit: number): readonly RecordedEvent[];
}

const pageSize = 1_000;

/**
 * Library and inbox as tables: the same folds that the window uses, kept beside the log. Each batch of
 * events and the position behind it are one transaction, so the projection is never half an event ahead.
 */
export class LibraryProjection {
  readonly #apply: Transaction<(events: readonly RecordedEvent[]) => void>;
  readonly #source: EventSource;
  #position: number;

  constructor(database: Database, source: EventSource) {
    this.#source = source;
    const write = new ProjectionWriter(database);
    const setPosition = database.prepare<[number]>('UPDATE position SET sequence = ?');
    this.#position = positionIn(database);
    this.#apply = database.transaction((events: readonly RecordedEvent[]) => {
      for (const event of events) write.fold(event);
      setPosition.run(events.at(-1)?.sequence ?? this.#position);
    });
  }

  /** The last event that was folded in. */
  get position(): number {
    return this.#position;
  }

  /** Folds in everything that the log holds beyond the position. */
  catchUp(): void {
    this.rebuild({ until: () => false });
  }

  /** The same up to the first event that lies behind a moment; says how far it has come after each page. */
  rebuild({ until, progress }: { until: (event: RecordedEvent) => boolean; progress?: (sequence: number) => void }): void {
    while (this.#position < this.#source.lastSequence) {
      const page = this.#source.after(this.#position, pageSize);
      const end = page.findIndex(until);
      const wanted = end === -1 ? page : page.slice(0, end);
      if (wanted.length > 0) this.#fold(wanted);
      progress?.(this.#position);
      if (wanted.length < page.length || page.length === 0) return;
    }
  }

  /** Folds in the next events, `limit` at most. Says whether there are more. */
  advance(limit: number): boolean {
    const page = this.#source.after(this.#position, limit);
    if (page.length > 0) this.#fold(page);
    return this.#position < this.#source.lastSequence;
  }

  /** Folds in events that were just recorded; a gap is read from the log. */
  follow(events: readonly RecordedEvent[]): void {
    if (events[0]?.sequence === this.#position + 1) this.#fold(events);
    else this.catchUp();
  }

  #fold(events: readonly RecordedEvent[]): void {
    this.#apply(events);
    this.#position = events.at(-1)?.sequence ?? this.#position;
  }
}

class ProjectionWriter {
  readonly #asset: Statement<[string], { record: string }>;
  readonly #setRecord: Statement<[string, string]>;
  readonly #putAsset: Statement<[{ content_hash: string; filed_sequence: number | null; project: string; record: string }]>;
  readonly #entry: Statement<[string], { record: string }>;
  readonly #putEntry: Statement<[{ file_path: string; story_id: string; state: string; sequence: number; record: string }]>;
  readonly #dropEntry: Statement<[string]>;
  readonly #countEvent: Statement<[string, string]>;
  readonly #index: AssetIndex;
  readonly #placements: Placements;
  readonly #bands: BandsWriter;
  readonly #elo: EloBook;
  readonly #stacks: StackDecisionBook;

  constructor(database: Database) {
    this.#asset = database.prepare('SELECT record FROM assets WHERE content_hash = ?');
    this.#setRecord = database.prepare('UPDATE assets SET record = ? WHERE content_hash = ?');
    this.#putAsset = database.prepare(
      `INSERT INTO assets (content_hash, filed_sequence, project, record) VALUES (@content_hash, @filed_sequence, @project, @record)
       ON CONFLICT (content_hash) DO UPDATE
       SET filed_sequence = excluded.filed_sequence, project = excluded.project, record = excluded.record`,
    );
    this.#entry = database.prepare('SELECT record FROM inbox WHERE file_path = ?');
    this.#putEntry = database.prepare(
      `INSERT INTO inbox (file_path, story_id, state, sequence, record) VALUES (@file_path, @story_id, @state, @sequence, @record)
       ON CONFLICT (file_path) DO UPDATE
       SET story_id = excluded.story_id, state = excluded.state, sequence = excluded.sequence, record = excluded.record`,
    );
    this.#countEvent = database.prepare(
      `INSERT INTO statistics (day, event_type, events) VALUES (?, ?, 1)
       ON CONFLICT (day, event_type) DO UPDATE SET events = events + 1`,
    );
    this.#dropEntry = database.prepare('DELETE FROM inbox WHERE file_path = ?');
    this.#index = new AssetIndex(database);
    this.#placements = new Placements(database);
    this.#bands = new BandsWriter(database);
    this.#elo = new EloBook(database);
    this.#stacks = new StackDecisionBook(database);
  }

  fold(event: RecordedEvent): void {
    this.#countEvent.run(event.timestamp.slice(0, 10), event.event_type);
    if (event.subject !== null) this.#foldAsset(event, event.subject);
    this.#bands.follow(event);
    this.#elo.follow(event);
    this.#stacks.follow(event);
    const path = inboxPathOf(event);
    if (path !== null) this.#foldEntry(event, path);
  }

  #foldAsset(event: RecordedEvent, hash: string): void {
    const row = this.#asset.get(hash);
    const known = row && (JSON.parse(row.record) as AssetRecord);
    const next = foldAsset(known, event);
    if (next === undefined || next === known) return;
    const { filed_sequence, project } = next;
    const record = JSON.stringify(next);
    // Columns that are not named keep their indexes untouched.
    if (known?.filed_sequence === filed_sequence && known.project === project) this.#setRecord.run(record, hash);
    else this.#putAsset.run({ content_hash: hash, filed_sequence, project, record });
    this.#index.follow(known ?? null, next);
    this.#placements.follow(event);
  }

  #foldEntry(event: RecordedEvent, path: string): void {
    const row = this.#entry.get(path);
    const known = row ? (JSON.parse(row.record) as InboxEntry) : null;
    const next = foldInboxEntry(known, event);
    if (next === known) return;
    if (next === null) {
      this.#dropEntry.run(path);
      return;
    }
    const { story_id, state, sequence } = next;
    this.#putEntry.run({ file_path: path, story_id, state, sequence, record: JSON.stringify(next) });
  }
}
