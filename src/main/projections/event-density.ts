import { setImmediate as nextTurn } from 'node:timers/promises';
import { type EventFamily, familyOf, type RecordedEvent } from '@shared/events/catalog';
import { type EventDensity, failureTypes, minuteMs } from '@shared/library/event-density';
import type { Database, Transaction } from 'better-sqlite3';
import type { EventSource } from './library-projection';
import { DensityColumns } from './event-density-columns';
import { createDensityTables } from './event-density-tables';

/** Events read in a turn: some two milliseconds. */
const pageSize = 400;
/** Kept rows read in a turn. */
const rowsAtOnce = 10_000;

/** Every clock of the world is some quarters of an hour off. */
const quarterMinutes = 15;
const quarterMs = quarterMinutes * minuteMs;

/** Which events count as matching. */
export interface DensityQuestion {
  readonly bounds: readonly number[];
  /** Asked once for each type. Null when what matches is not counted. */
  readonly passes: ((eventType: string) => boolean) | null;
  /** Only minutes that are not over at this moment; null for all. */
  readonly since: number | null;
}

/**
 * Counts events by minute and type, kept from one start to the next. It takes events in when there is time, and says how far it has
 * come.
 */
export class EventDensityProjection {
  readonly #database: Database;
  readonly #log: EventSource;
  readonly #minutes = new DensityColumns(minuteMs);
  /** The same, coarser: for a year there is no need to look at minutes. */
  readonly #quarters = new DensityColumns(quarterMs);
  readonly #types: string[] = [];
  readonly #typeIds = new Map<string, number>();
  readonly #keep: Transaction<(counts: ReadonlyMap<number, ReadonlyMap<number, number>>, upTo: number) => void>;
  readonly #keepType: (type: string) => number;
  #position = 0;
  #loaded = false;
  #working: Promise<void> | null = null;
  #ended = false;

  constructor(database: Database, log: EventSource) {
    createDensityTables(database, log.lastSequence);
    this.#database = database;
    this.#log = log;
    const count = database.prepare<[number, number, number]>(
      'INSERT INTO density_minutes VALUES (?, ?, ?) ON CONFLICT (minute, type) DO UPDATE SET events = events + excluded.events',
    );
    const setPosition = database.prepare<[number]>('UPDATE density_position SET sequence = ?');
    this.#keep = database.transaction((counts, upTo) => {
      for (const [minute, ofMinute] of counts) for (const [type, events] of ofMinute) count.run(minute, type, events);
      setPosition.run(upTo);
    });
    const addType = database.prepare<[number, string]>('INSERT INTO density_types VALUES (?, ?)');
    this.#keepType = (type) => {
      const id = this.#types.length;
      addType.run(id, type);
      this.#know(id, type);
      return id;
    };
  }

  /** Events up to here are counted. */
  get position(): number {
    return this.#position;
  }

  /** Takes in what is new, a little at a time. Events that were just recorded need not be read again. Resolves when it has caught up. */
  follow(recorded: readonly RecordedEvent[] = []): Promise<void> {
    if (this.#ended) return Promise.resolve();
    if (this.#loaded && this.#working === null && recorded[0]?.sequence === this.#position + 1) {
      this.#fold(recorded);
      return Promise.resolve();
    }
    this.#working ??= this.#work().finally(() => { this.#working = null; });
    return this.#working;
  }

  async end(): Promise<void> {
    this.#ended = true;
    await this.#working;
  }

  /** Sums up what is counted so far. */
  of({ bounds, passes, since }: DensityQuestion): EventDensity {
    const none = () => Array.from({ length: bounds.length - 1 }, () => 0);
    const [all, matching, failures] = [none(), none(), none()];
    const families: Record<EventFamily, number[]> = {
      asset: none(), quality: none(), workflow: none(), creative: none(), system: none(),
    };
    const known = this.#types.map((type) => ({
      passes: passes?.(type) ?? true, fails: failureTypes.includes(type), family: families[familyOf(type)],
    }));
    const coarse = [...bounds, since ?? 0].every((moment) => moment % quarterMs === 0);
    const [columns, unitMs] = coarse ? [this.#quarters, quarterMs] as const : [this.#minutes, minuteMs] as const;
    const began = since === null ? Number.NEGATIVE_INFINITY : since - unitMs;
    columns.each(bounds, (stretch, type, events, moment) => {
      add(all, stretch, events);
      const about = known[type];
      if (about === undefined || !about.passes || moment <= began) return;
      add(matching, stretch, events);
      add(about.family, stretch, events);
      if (about.fails) add(failures, stretch, events);
    });
    const counted = { first: this.first, counted_to: this.#position };
    return { bounds, all, matching: passes === null ? null : matching, failures, families, ...counted };
  }

  /** When the log begins; null while nothing is counted. */
  get first(): number | null {
    return this.#minutes.first;
  }

  async #work(): Promise<void> {
    if (!this.#loaded) await this.#load();
    while (!this.#ended && this.#position < this.#log.lastSequence) {
      const page = this.#log.after(this.#position, pageSize);
      if (page.length === 0) return;
      this.#fold(page);
      await nextTurn();
    }
  }

  async #load(): Promise<void> {
    const types = this.#database.prepare<[], { id: number; event_type: string }>('SELECT id, event_type FROM density_types ORDER BY id').all();
    for (const { id, event_type } of types) this.#know(id, event_type);
    const rows = this.#database
      .prepare<[number, number, number], [number, number, number]>(
        'SELECT minute, type, events FROM density_minutes WHERE (minute, type) > (?, ?) ORDER BY minute, type LIMIT ?',
      )
      .raw();
    let [minute, type] = [Number.MIN_SAFE_INTEGER, 0];
    while (!this.#ended) {
      const page = rows.all(minute, type, rowsAtOnce);
      for (const row of page) this.#add(...row);
      const last = page.at(-1);
      if (last === undefined || page.length < rowsAtOnce) break;
      [minute, type] = last;
      await nextTurn();
    }
    this.#position = this.#database.prepare<[], number>('SELECT sequence FROM density_position').pluck().get() ?? 0;
    this.#loaded = !this.#ended;
  }

  #fold(events: readonly RecordedEvent[]): void {
    const counts = new Map<number, Map<number, number>>();
    for (const { event_type, timestamp } of events) {
      const minute = Math.floor(Date.parse(timestamp) / minuteMs);
      const type = this.#typeIds.get(event_type) ?? this.#keepType(event_type);
      let ofMinute = counts.get(minute);
      if (ofMinute === undefined) counts.set(minute, (ofMinute = new Map<number, number>()));
      ofMinute.set(type, (ofMinute.get(type) ?? 0) + 1);
    }
    const upTo = events.at(-1)?.sequence ?? this.#position;
    this.#keep(counts, upTo);
    for (const [minute, ofMinute] of counts) for (const [type, count] of ofMinute) this.#add(minute, type, count);
    this.#position = upTo;
  }

  #add(minute: number, type: number, events: number): void {
    this.#minutes.add(minute, type, events);
    this.#quarters.add(Math.floor(minute / quarterMinutes), type, events);
  }

  #know(id: number, type: string): void {
    this.#types[id] = type;
    this.#typeIds.set(type, id);
  }
}

function add(counts: number[], place: number, events: number): void {
  counts[place] = (counts[place] ?? 0) + events;
}
