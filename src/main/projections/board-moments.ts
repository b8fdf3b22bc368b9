import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RecordedEvent } from '@shared/events/catalog';
import type { BoardRecords, CardRef, Place, RecordKind } from '@shared/library/board';
import { foldBoard, type BoardStore, type ThingRef, type Touched } from '@shared/library/board-fold';
import type { Database, Statement } from 'better-sqlite3';

/** The records of one project in memory, as they were at a moment. */
export class PastRecords implements BoardStore {
  readonly #records: Map<string, BoardRecords[RecordKind]>;
  readonly #places: Map<string, Map<string, Place>>;
  readonly #told: { readonly event: RecordedEvent; readonly touched: readonly Touched[] }[];

  constructor(from: PastRecords | null) {
    this.#told = from === null ? [] : [...from.#told];
    this.#records = new Map(from === null ? [] : from.#records);
    this.#places = new Map([...(from === null ? [] : from.#places)].map(([kind, places]) => [kind, new Map(places)]));
  }

  get<K extends RecordKind>(_: string, kind: K, id: string): BoardRecords[K] | undefined {
    return this.#records.get(`${kind}/${id}`) as BoardRecords[K] | undefined;
  }

  put<K extends RecordKind>(_: string, kind: K, id: string, record: BoardRecords[K]): void {
    this.#records.set(`${kind}/${id}`, record);
  }

  place(_: string, { kind, id }: CardRef): Place | undefined {
    return this.#places.get(kind)?.get(id);
  }

  putPlace(_: string, { kind, id }: CardRef, place: Place): void {
    const places = this.#places.get(kind) ?? new Map<string, Place>();
    this.#places.set(kind, places.set(id, place));
  }

  drop(_: string, kind: RecordKind, id: string): void {
    this.#records.delete(`${kind}/${id}`);
  }

  dropPlace(_: string, { kind, id }: CardRef): void {
    this.#places.get(kind)?.delete(id);
  }

  /** Folds an event in, and remembers it: it may be taken back. */
  fold(event: RecordedEvent): void {
    const folded = foldBoard(this, event);
    if (folded !== null) this.#told.push({ event, touched: folded.touched });
  }

  said(_: string, sequence: number): RecordedEvent | undefined {
    return this.#told.find(({ event }) => event.sequence === sequence)?.event;
  }

  told(_: string, { kind, id }: ThingRef): readonly RecordedEvent[] {
    const isMeant = kind === 'project' || kind === 'column'
      ? (each: Touched) => each.kind === 'project' || each.kind === 'column'
      : (each: Touched) => each.kind === kind && each.id === id;
    return this.#told.filter(({ touched }) => touched.some(isMeant)).map(({ event }) => event);
  }

  all<K extends RecordKind>(kind: K): { readonly id: string; readonly record: BoardRecords[K] }[] {
    const start = `${kind}/`;
    return [...this.#records].flatMap(([key, record]) =>
      key.startsWith(start) ? [{ id: key.slice(start.length), record: record as BoardRecords[K] }] : []);
  }

  get assetPlaces(): ReadonlyMap<string, Place> {
    return this.#places.get('asset') ?? new Map<string, Place>();
  }
}

interface Kept {
  readonly project: string;
  readonly sequence: number;
  readonly records: PastRecords;
}

const pageSize = 500;
/** A state is kept each so many events, and the last one that was asked for: going to and fro folds no more than this. */
const keptEach = 1_000;
const keptAtMost = 12;

/** Folds a project's events up to a moment. What was folded is kept for the next moment that is asked for. */
export class BoardMoments {
  readonly #page: Statement<[string, number, number, number], { sequence: number; event: string }>;
  /** The one that was used last comes last. */
  #kept: Kept[] = [];

  constructor(database: Database) {
    this.#page = database.prepare(
      'SELECT sequence, event FROM board_events WHERE project_id = ? AND sequence > ? AND sequence <= ? ORDER BY sequence LIMIT ?',
    );
  }

  /** A project as it was right after an event. What comes of it must not be changed. */
  async at(project: string, moment: number): Promise<PastRecords> {
    const nearest = this.#nearest(project, moment);
    let records = new PastRecords(nearest?.records ?? null);
    let sequence = nearest?.sequence ?? 0;
    for (let folded = 0; ; ) {
      const page = this.#page.all(project, sequence, moment, pageSize);
      for (const row of page) {
        records.fold(JSON.parse(row.event) as RecordedEvent);
        sequence = row.sequence;
        folded += 1;
        if (folded % keptEach === 0) {
          this.#keep({ project, sequence, records });
          records = new PastRecords(records);
        }
      }
      if (page.length < pageSize) break;
      await nextTurn();
    }
    this.#keep({ project, sequence, records });
    return records;
  }

  #nearest(project: string, moment: number): Kept | null {
    let nearest: Kept | null = null;
    for (const kept of this.#kept) {
      if (kept.project === project && kept.sequence <= moment && kept.sequence > (nearest?.sequence ?? 0)) nearest = kept;
    }
    return nearest;
  }

  #keep(kept: Kept): void {
    const others = this.#kept.filter(({ project, sequence }) => project !== kept.project || sequence !== kept.sequence);
    this.#kept = [...others, kept].slice(-keptAtMost);
  }
}
