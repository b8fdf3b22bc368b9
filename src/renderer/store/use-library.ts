import type { RecordedEvent } from '@shared/events/catalog';
import type { LibraryAnswer } from '@shared/library/library-answer';
import type { LibraryFilter, LibrarySort } from '@shared/library/library-filter';
import { create } from 'zustand';
import { askQuietly } from './ask';
import { addedIn, withoutGone } from './library-answers';
import { onNewEvents } from './new-events';
import { useLog } from './use-log';

export interface LibraryQuestion {
  readonly filter: LibraryFilter;
  readonly sort: LibrarySort;
}

interface LibraryState {
  /** What is shown; null until the first answer has come. */
  readonly answer: LibraryAnswer | null;
  /** What the answer is to. */
  readonly question: LibraryQuestion | null;
  /** A newer answer that waits while the list is scrolled, and how many pictures are new in it. */
  readonly held: LibraryAnswer | null;
  readonly waiting: number;
  /** Why there is no newer answer, as a sentence. */
  readonly problem: string | null;
  /** The picture that the keyboard is on, by its number. */
  readonly cursor: number | null;
}

export const useLibrary = create<LibraryState>(() => ({
  answer: null, question: null, held: null, waiting: 0, problem: null, cursor: null,
}));

export const setCursor = (cursor: number | null) => useLibrary.setState({ cursor });

/** Events arrive in bursts: the answer is asked for anew a moment after the first, and not more often than this. */
const liveMs = { first: 250, atMost: 1_000 } as const;

let wanted: LibraryQuestion | null = null;
let asking = false;
/** How often a question was put that had to wait for the answer before. */
let missed = 0;
let atTop = true;
let timer: ReturnType<typeof setTimeout> | null = null;
let askedAt = 0;

/** Asks for what a person wants to see. */
export function askLibrary(question: LibraryQuestion): void {
  wanted = question;
  void run();
}

async function run(): Promise<void> {
  if (asking) {
    missed += 1;
    return;
  }
  const question = wanted;
  if (question === null) return;
  asking = true;
  const before = missed;
  askedAt = performance.now();
  const reply = await askQuietly('library/find', question);
  asking = false;
  // What was asked for meanwhile counts, not this.
  if (question === wanted) {
    if (typeof reply === 'string') useLibrary.setState({ problem: reply });
    else receive(question, reply.answer);
  }
  if (missed !== before) void run();
}

function receive(question: LibraryQuestion, next: LibraryAnswer): void {
  const { answer: shown, question: before } = useLibrary.getState();
  const isNews = shown !== null && before === question;
  const waiting = isNews && !atTop ? addedIn(next, shown) : 0;
  if (waiting === 0) useLibrary.setState({ answer: next, question, held: null, waiting: 0, problem: null });
  else useLibrary.setState({ answer: withoutGone(shown ?? next, next), held: next, waiting, problem: null });
}

/** Said by the list: whether its first row is in sight. What waited is shown then. */
export function setLibraryAtTop(isAtTop: boolean): void {
  atTop = isAtTop;
  const { held } = useLibrary.getState();
  if (isAtTop && held !== null) useLibrary.setState({ answer: held, held: null, waiting: 0 });
}

const changing = new Set<RecordedEvent['event_type']>([
  'asset.organized', 'asset.adopted', 'asset.unfiled', 'asset.refiled', 'asset.moved', 'asset.missing', 'asset.returned', 'asset.processed',
  'quality.assessed', 'quality.not_rated', 'rating.given', 'rating.cleared', 'rating.derived', 'rating.compared',
]);

/** Keeps the answer current while the library is looked at. */
export function followLibrary(): () => void {
  const refresh = () => {
    timer = null;
    void run();
  };
  const leave = onNewEvents((events) => {
    if (timer !== null || !events.some(({ event_type }) => changing.has(event_type))) return;
    timer = setTimeout(refresh, Math.max(liveMs.first, askedAt + liveMs.atMost - performance.now()));
  });
  // After a gap events have been missed.
  const leaveLog = useLog.subscribe((now, before) => {
    if (now.up_to_date && !before.up_to_date) void run();
  });
  return () => {
    leave();
    leaveLog();
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
}
