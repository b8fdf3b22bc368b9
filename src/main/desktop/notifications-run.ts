import type { RecordedEvent } from '@shared/events/catalog';

/** What came of a run: everything that was taken in from when the first file came until nothing was left to do. */
export interface RunOver {
  readonly filed: number;
  readonly duplicates: number;
  readonly set_aside: number;
  /** The picture that was filed last, by hash. */
  readonly newest?: string | null;
}

/** A run as it stands. */
export interface Run extends RunOver {
  /** Files that wait or are worked on. */
  readonly open: number;
  /** When it began and when something last happened in it, in milliseconds of a clock that never goes back. */
  readonly began: number;
  readonly stirred: number;
}

/** Files that come one after the other are one run. */
const quietMs = 1_500;
/** A file that goes on growing does not hold a run open for ever. */
const waitingMs = 60_000;

/** What stirs a run, and what it adds to the sum. */
const stirring = new Map<RecordedEvent['event_type'], Partial<RunOver>>([
  ['asset.detected', {}],
  ['asset.discovered', {}],
  ['asset.retry_requested', {}],
  ['asset.organized', { filed: 1 }],
  ['asset.duplicated', { duplicates: 1 }],
  ['asset.set_aside', { set_aside: 1 }],
]);

type Heard = Pick<RecordedEvent, 'event_type' | 'correlation_id'> & Partial<Pick<RecordedEvent, 'subject'>>;

/** Follows runs by what the log says. Undone and redone files are no run: a person is at it. */
export class RunFollower {
  #run: Run | null = null;
  readonly #undos = new Set<string>();

  get run(): Run | null {
    return this.#run;
  }

  hear({ event_type, correlation_id, subject = null }: Heard, now: number): void {
    if (event_type === 'undo.requested') this.#undos.add(correlation_id);
    if (this.#undos.has(correlation_id)) return;
    const more = stirring.get(event_type);
    if (more !== undefined) this.#stir(now, event_type === 'asset.organized' ? { ...more, newest: subject } : more);
  }

  /** @param open how many files wait, and how many are worked on. Gives back the run when it is over, once. */
  look(open: { readonly waiting: number; readonly working: number }, now: number): RunOver | null {
    const run = this.#run;
    if (run === null) return null;
    const left = open.waiting + open.working;
    this.#run = { ...run, open: left };
    const over = left === 0 ? now - run.stirred >= quietMs : open.working === 0 && now - run.stirred >= waitingMs;
    if (!over) return null;
    this.#run = null;
    const { filed, duplicates, set_aside, newest = null } = run;
    return filed + duplicates + set_aside === 0 ? null : { filed, duplicates, set_aside, newest };
  }

  #stir(now: number, more: Partial<RunOver>): void {
    const run = this.#run ?? { filed: 0, duplicates: 0, set_aside: 0, open: 0, began: now, stirred: now };
    this.#run = {
      ...run,
      stirred: now,
      filed: run.filed + (more.filed ?? 0),
      duplicates: run.duplicates + (more.duplicates ?? 0),
      set_aside: run.set_aside + (more.set_aside ?? 0),
      newest: more.newest ?? run.newest ?? null,
    };
  }
}
