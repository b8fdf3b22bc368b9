import { setImmediate as nextTurn } from 'node:timers/promises';
import { type EventFamily, familyOf, type RecordedEvent } from '@shared/events/catalog';
import { type EventDensity, failureTypes, minuteMs, secondMs } from '@shared/library/event-density';
import type { Database, Transaction } from 'better-sqlite3';
import type { EventSource } from './library-projection';
import { DensityColumns } from './event-density-columns';
import { createDensityTables } from './event-density-tables';
import { RecentSeconds, secondsKeptMs } from './recent-seconds';

/** Events read in a turn: some two milliseconds. */
const pageSize = 400;
/** Kept rows read in a turn. */
const rowsAtOnce = 10_000;

/** Every clock of the world is some quarters of an hour off. */
const quarterMinutes = 15;
const quarterMs = quarterMinutes * minuteMs;
const minuteSeconds = minuteMs / secondMs;
/** Seconds that are over for long are let go so often. */
const forgetEveryMs = 10 * minuteMs;

/** By unit of time and type. */
type Counts = ReadonlyMap<number, ReadonlyMap<number, number>>;

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
  /** The same, finer, of the last hours. */
  readonly #seconds = new RecentSeconds();
  readonly #types: string[] = [];
  readonly #typeIds = new Map<string, number>();
  readonly #keep: Transaction<(minutes: Counts, seconds: Counts, upTo: number) => void>;
  readonly #forgetSeconds: (before: number) => void;
  readonly #keepType: (type: string) => number;
  #position = 0;
  #forgotten = 0;
  #loaded = false;
  #working: Promise<void> | null = null;
  #ended = false;

  constructor(database: Database, log: EventSource) {
    createDensityTables(database, log.lastSequence);
    this.#database = database;
    this.#log = log;
    const adding = (table: string, unit: string) => database.prepare<[number, number, number]>(
      `INSERT INTO ${table} VALUES (?, ?, ?) ON CONFLICT (${unit}, type) DO UPDATE SET events = events + excluded.events`,
    );
    const [addMinute, addSecond] = [adding('density_minutes', 'minute'), adding('density_seconds', 'second')];
    const forget = database.prepare<[number]>('DELETE FROM density_seconds WHERE second < ?');
    this.#forgetSeconds = (before) => {
      this.#seconds.forget(before);
      forget.run(Math.floor(before / secondMs));
    };
    const setPosition = database.prepare<[number]>('UPDATE density_position SET sequence = ?');
    this.#keep = database.transaction((minutes, seconds, upTo) => {
      eachOf(minutes, (minute, type, events) => addMinute.run(minute, type, events));
      eachOf(seconds, (second, type, events) => addSecond.run(second, type, events));
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
    const [columns, unitMs] = this.#coarsest(bounds, since);
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

  /** When the log begins, to the second while that is kept; null while nothing is counted. */
  get first(): number | null {
    const [minute, second] = [this.#minutes.first, this.#seconds.first];
    return minute !== null && second !== null && second - minute < minuteMs ? second : minute;
  }

  /** Whether all that happened from a moment on is known to the second: while a clock ran ahead, seconds were let go of too early. */
  knowsSeconds(from: number): boolean {
    const bounds = [Math.ceil(from / minuteMs) * minuteMs, Number.MAX_SAFE_INTEGER];
    let unknown = 0;
    this.#minutes.each(bounds, (_stretch, _type, events) => { unknown += events; });
    this.#seconds.each(bounds, (_stretch, _type, events) => { unknown -= events; });
    return unknown <= 0;
  }

  /** The columns that have the fewest rows and still tell the stretches apart. */
  #coarsest(bounds: readonly number[], since: number | null) {
    const on = (unit: number) => bounds.every((moment) => moment % unit === 0);
    if (on(quarterMs) && (since ?? 0) % quarterMs === 0) return [this.#quarters, quarterMs] as const;
    return on(minuteMs) ? [this.#minutes, minuteMs] as const : [this.#seconds, secondMs] as const;
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
    await this.#loadRows('density_minutes', 'minute', (minute, type, events) => { this.#add(minute, type, events); });
    await this.#loadRows('density_seconds', 'second', (second, type, events) => { this.#seconds.add(second, type, events); });
    this.#position = this.#database.prepare<[], number>('SELECT sequence FROM density_position').pluck().get() ?? 0;
    this.#loaded = !this.#ended;
  }

  async #loadRows(table: string, unit: string, add: (unit: number, type: number, events: number) => void): Promise<void> {
    const rows = this.#database
      .prepare<[number, number, number], [number, number, number]>(
        `SELECT ${unit}, type, events FROM ${table} WHERE (${unit}, type) > (?, ?) ORDER BY ${unit}, type LIMIT ?`,
      )
      .raw();
    let [at, type] = [Number.MIN_SAFE_INTEGER, 0];
    while (!this.#ended) {
      const page = rows.all(at, type, rowsAtOnce);
      for (const row of page) add(...row);
      const last = page.at(-1);
      if (last === undefined || page.length < rowsAtOnce) break;
      [at, type] = last;
      await nextTurn();
    }
  }

  #fold(events: readonly RecordedEvent[]): void {
    const [minutes, seconds] = [new Map<number, Map<number, number>>(), new Map<number, Map<number, number>>()];
    const now = Date.now();
    const kept = Math.floor((now - secondsKeptMs) / secondMs);
    for (const { event_type, timestamp } of events) {
      const second = Math.floor(Date.parse(timestamp) / secondMs);
      const type = this.#typeIds.get(event_type) ?? this.#keepType(event_type);
      countOne(minutes, Math.floor(second / minuteSeconds), type);
      if (second >= kept) countOne(seconds, second, type);
    }
    const upTo = events.at(-1)?.sequence ?? this.#position;
    this.#keep(minutes, seconds, upTo);
    eachOf(minutes, (minute, type, count) => { this.#add(minute, type, count); });
    eachOf(seconds, (second, type, count) => { this.#seconds.add(second, type, count); });
    this.#position = upTo;
    if (Math.abs(now - this.#forgotten) < forgetEveryMs) return;
    this.#forgotten = now;
    this.#forgetSeconds(now - secondsKeptMs);
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

function countOne(counts: Map<number, Map<number, number>>, unit: number, type: number): void {
  let ofUnit = counts.get(unit);
  if (ofUnit === undefined) counts.set(unit, (ofUnit = new Map<number, number>()));
  ofUnit.set(type, (ofUnit.get(type) ?? 0) + 1);
}

function eachOf(counts: Counts, tell: (unit: number, type: number, events: number) => void): void {
  for (const [unit, ofUnit] of counts) for (const [type, events] of ofUnit) tell(unit, type, events);
}
