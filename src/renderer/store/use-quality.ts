import type { RecordedEvent } from '@shared/events/catalog';
import type { LibraryFilter } from '@shared/library/library-filter';
import type { QualityOverview } from '@shared/library/quality-overview';
import { create } from 'zustand';
import { askQuietly } from './ask';
import { onNewEvents } from './new-events';
import { useLog } from './use-log';
import { showSearch, useView } from './use-view';

interface QualityState {
  /** The last answer, also when a newer one could not be had. */
  readonly overview: QualityOverview | null;
  readonly problem: string | null;
}

/** How technical quality lies, as the main process last told it. */
export const useQuality = create<QualityState>(() => ({ overview: null, problem: null }));

/** Events arrive in bursts: the overview is asked for anew a moment after the first, and not more often than this. */
const liveMs = { first: 300, atMost: 1_500 } as const;

let wanted: LibraryFilter | null = null;
let asking = false;
/** How often something was asked for while a question was under way. */
let missed = 0;
let askedAt = Number.NEGATIVE_INFINITY;
let timer: ReturnType<typeof setTimeout> | null = null;

/** Asks for what a person wants to see. */
export function askQuality(filter: LibraryFilter): void {
  wanted = filter;
  void run();
}

async function run(): Promise<void> {
  if (asking) {
    missed += 1;
    return;
  }
  const filter = wanted;
  if (filter === null) return;
  asking = true;
  const before = missed;
  askedAt = performance.now();
  const reply = await askQuietly('quality/overview', { filter });
  asking = false;
  // What was asked for meanwhile counts, not this.
  if (filter === wanted) useQuality.setState(typeof reply === 'string' ? { problem: reply } : { overview: reply.answer, problem: null });
  if (missed !== before) void run();
}

const changing = new Set<RecordedEvent['event_type']>([
  'asset.organized', 'asset.adopted', 'asset.unfiled', 'asset.processed', 'quality.assessed', 'quality.not_rated',
  'rating.given', 'rating.cleared', 'rating.derived', 'rating.bands_changed',
]);

/** Keeps the overview current while it is looked at; nothing is asked while the window cannot be seen. */
export function followQuality(): () => void {
  let stale = false;
  const refresh = () => {
    timer = null;
    if (document.visibilityState === 'visible') void run();
    else stale = true;
  };
  const soon = () => {
    timer ??= setTimeout(refresh, Math.max(liveMs.first, askedAt + liveMs.atMost - performance.now()));
  };
  const leave = onNewEvents((events) => {
    if (events.some(({ event_type }) => changing.has(event_type))) soon();
  });
  // After a gap events have been missed.
  const leaveLog = useLog.subscribe((now, before) => {
    if (now.up_to_date && !before.up_to_date) soon();
  });
  const look = () => {
    if (document.visibilityState !== 'visible' || !stale) return;
    stale = false;
    soon();
  };
  document.addEventListener('visibilitychange', look);
  return () => {
    leave();
    leaveLog();
    document.removeEventListener('visibilitychange', look);
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
}

/** Opens the library with some of what is looked at here; the words that narrow it narrow there, too. */
export function showPictures(filter: LibraryFilter): void {
  const words = useView.getState().quality.text.trim();
  showSearch({ ...filter, ...(words !== '' && { words }) });
}
