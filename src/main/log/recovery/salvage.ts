import { expandTime } from '../compact';
import { checksumOf, type Kind, type StoredEvent } from '../event-row';
import { DatabasePages } from './database-pages';
import { type Cell, type PageRow, rowsIn } from './page-rows';

/** What a file gave: the events themselves went to whoever asked for them. */
export interface Salvaged {
  readonly events: number;
  /** Rows that look like events whose checksum holds with nothing that was found. */
  readonly damaged: readonly number[];
}

/** No date lies beyond it. */
const latestTime = 8.64e15;

/** A row of the table of events, as it lies in a page: names are numbers still. */
interface EventCells {
  readonly sequence: number;
  readonly kind: number;
  readonly event_id: string;
  readonly time: number | string;
  readonly story: number;
  readonly causation_id: string | null;
  readonly subject: number | null;
  readonly checksum: number;
  readonly data: string;
}

/**
 * Takes every event out of a log file that can be read and whose checksum holds, without the help of the database: a
 * damaged page costs the rows on it, and none that another page leads to. An event's story, subject and kind lie in other
 * tables; there may be several candidates for each, and the checksum says which it is. What those tables do not say any
 * more, the same tables of earlier copies of the log (`hints`) may.
 */
export function salvage(file: string, take: (event: StoredEvent) => void, hints: readonly string[] = []): Salvaged {
  const pages = new DatabasePages(file);
  try {
    const names = new Names();
    learnFrom(pages, names);
    // An event may lie on an older and on a newer version of its page.
    const done = new Set<number>();
    const open = new Map<number, EventCells[]>();
    const found = (event: StoredEvent) => {
      if (done.has(event.sequence)) return;
      done.add(event.sequence);
      names.learnStory(event);
      take(event);
    };
    for (const page of pages.all()) {
      for (const row of rowsIn(pages, page)) {
        const cells = eventCells(row);
        if (cells === null || done.has(cells.sequence)) continue;
        const event = names.resolve(cells);
        if (event) found(event);
        else open.set(cells.sequence, [...(open.get(cells.sequence) ?? []), cells]);
      }
    }
    if (open.size > 0) for (const hint of hints) learnFromFile(hint, names);
    // The story of an event whose story's name is lost is the story of its cause, which may have been read by now.
    for (const versions of [...open].sort(([a], [b]) => a - b).map(([, each]) => each)) {
      const event = versions.map((cells) => names.resolve(cells)).find((each) => each !== null);
      if (event) found(event);
    }
    return { events: done.size, damaged: [...open.keys()].filter((sequence) => !done.has(sequence)).sort((a, b) => a - b) };
  } finally {
    pages.close();
  }
}

function learnFrom(pages: DatabasePages, names: Names): void {
  for (const page of pages.all()) for (const row of rowsIn(pages, page)) names.learn(row);
}

function learnFromFile(file: string, names: Names): void {
  const pages = new DatabasePages(file);
  try {
    learnFrom(pages, names);
  } finally {
    pages.close();
  }
}

function eventCells({ from, rowid, cells }: PageRow): EventCells | null {
  if (from !== 'table' || cells.length !== 10 || cells[0] !== null || rowid < 1) return null;
  const [, kind, id, time, story, cause, subject, , checksum, data] = cells;
  if (typeof kind !== 'number' || typeof story !== 'number' || typeof checksum !== 'number' || typeof data !== 'string') return null;
  if ((typeof time !== 'number' && typeof time !== 'string') || (typeof time === 'number' && Math.abs(time) > latestTime)) return null;
  const event_id = nameOf(id);
  if (event_id === null || (typeof subject !== 'number' && subject !== null)) return null;
  return { sequence: rowid, kind, event_id, time, story, causation_id: nameOf(cause), subject, checksum, data };
}

/** A compact id as the text that it stands for. */
function nameOf(cell: Cell | undefined): string | null {
  if (typeof cell === 'string') return cell;
  if (!Buffer.isBuffer(cell)) return null;
  const hex = cell.toString('hex');
  if (cell.length !== 16) return hex;
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Everything that a number in an event's row may stand for. */
class Names {
  readonly #kinds = new Map<number, Kind[]>();
  readonly #texts = new Map<number, string[]>();
  readonly #storyOf = new Map<string, string>();

  learn({ from, rowid, cells }: PageRow): void {
    // In a table the number is the row's own and its cell is empty; in an index it stands behind what is indexed.
    const id = from === 'table' ? rowid : cells.at(-1);
    const values = from === 'table' ? cells.slice(1) : cells.slice(0, -1);
    if (typeof id !== 'number' || (from === 'table' && cells[0] !== null)) return;
    if (values.length === 1) {
      const name = nameOf(values[0]);
      if (name !== null) add(this.#texts, id, name, (known) => known === name);
    } else if (values.length === 4 && values.every((value) => typeof value === 'string')) {
      const [event_type = '', version = '', source = '', actor = ''] = values;
      const kind = { event_type, version, source, actor };
      add(this.#kinds, id, kind, (known) => Object.values(known).join() === Object.values(kind).join());
    }
  }

  /** What follows from this event has its story. */
  learnStory({ event_id, correlation_id }: StoredEvent): void {
    this.#storyOf.set(event_id, correlation_id);
  }

  /** The event whose checksum holds, or null. */
  resolve(cells: EventCells): StoredEvent | null {
    const { sequence, event_id, causation_id, data, checksum } = cells;
    const timestamp = expandTime(cells.time);
    const ofCause = causation_id === null ? undefined : this.#storyOf.get(causation_id);
    const stories = [...(this.#texts.get(cells.story) ?? []), event_id, ...(ofCause === undefined ? [] : [ofCause])];
    const inData = /"content_hash":"([0-9a-f]{64})"/.exec(data)?.[1];
    const named = cells.subject === null ? [] : [...(this.#texts.get(cells.subject) ?? []), ...(inData === undefined ? [] : [inData])];
    const subjects = cells.subject === null ? [null] : named;
    for (const kind of this.#kinds.get(cells.kind) ?? []) {
      for (const correlation_id of stories) {
        for (const subject of subjects) {
          const event: StoredEvent = { sequence, event_id, timestamp, correlation_id, causation_id, subject, data, ...kind };
          if (checksumOf(event) === checksum) return event;
        }
      }
    }
    return null;
  }
}

function add<T>(map: Map<number, T[]>, id: number, value: T, isSame: (known: T) => boolean): void {
  const known = map.get(id);
  if (known === undefined) map.set(id, [value]);
  else if (!known.some(isSame)) known.push(value);
}
