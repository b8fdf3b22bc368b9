import type { RecordedEvent } from '@shared/events/catalog';
import type { TimelinePage } from '@shared/ipc/answers';
import { storiesOf } from '@shared/ipc/page-stories';
import { storyIdOf } from '@shared/library/story-id';
import { create } from 'zustand';
import { ask, askQuietly } from './ask';
import { type EventFilter, filterKey } from './event-filter';
import { isApart, lightened, type OlderWindow, windowAt, windowBelow, withNewer, withOlder } from './older-window';
import { gatherStories } from './stories';
import { logDoor, useLog } from './use-log';
import { rowKeyOf, setTimeline, useView } from './use-view';

/** Where the list is to stand: at a moment, or at an event. */
export type Place = { readonly moment: number } | { readonly sequence: number };

interface OlderState {
  /** Null while the newest events are all there is to show. */
  readonly window: OlderWindow | null;
  /** The event that the list was last asked to stand at; `times` is raised each time. */
  readonly stand: { readonly sequence: number; readonly times: number } | null;
  /** When what is in sight happened, in milliseconds since 1970. */
  readonly sight: { readonly newest: number; readonly oldest: number } | null;
  /** False while the list is being led from place to place. */
  readonly resting: boolean;
}

export const useOlder = create<OlderState>(() => ({ window: null, stand: null, sight: null, resting: true }));

const pageSize = 300;
/** Enough for a window and what is around it. */
const jumpSize = { stories: 150, events: 100 } as const;
/** A window grows to this, then lets go of what is far out of sight. Stories are several events to a row. */
export const mostOlder = { events: 2_400, stories: 6_000 } as const;

const wishOf = ({ families, patterns, ...rest }: EventFilter) =>
  ({ ...rest, before: null, limit: pageSize, families: [...families], patterns: [...patterns] });

/** A list that was not led elsewhere for so long is at rest. */
const restMs = 120;
/** So many stories fill a window from top to bottom: what they came to is asked for at once. */
const wholeAtOnce = 24;
/** So many of the newest events are shown before pages are asked for. */
export const newestShown = 2_000;

function newestFrom(): number {
  const { events } = useLog.getState();
  return events[Math.min(newestShown, events.length) - 1]?.sequence ?? 1;
}

/** The filter that is on, also while it is being typed. */
function filterNow(): EventFilter {
  const { families, text, patterns, since, from } = useView.getState().timeline;
  return { families, text, patterns, since, from };
}

let wanted: Place | null = null;
let going: Promise<void> | null = null;
/** Raised whenever the window is another: an answer for the one before is too late. */
let turn = 0;
let stood = 0;
let rest: ReturnType<typeof setTimeout> | undefined;

/** Makes the list stand somewhere. Who asks again before it does, as a hand that drags, is led to the last place. */
export function standAt(place: Place): Promise<void> {
  wanted = place;
  going ??= goOn().finally(() => { going = null; });
  return going;
}

async function goOn(): Promise<void> {
  while (wanted !== null) {
    const place = wanted;
    wanted = null;
    const filter = filterNow();
    const where = 'moment' in place ? { at: new Date(place.moment).toISOString() } : { around: Math.max(1, place.sequence) };
    turn += 1;
    const { mode } = useView.getState().timeline;
    const wish = { ...wishOf(filter), ...where, limit: jumpSize[mode], stories: mode === 'stories' ? wholeAtOnce : 0 };
    const page = await ask('timeline/page', wish);
    if (page !== null) take(filterKey(filter), page);
  }
}

function take(filter: string, page: TimelinePage): void {
  turn += 1;
  const window = windowAt(filter, page, newestFrom());
  const at = page.events.find(({ sequence }) => sequence === page.place);
  stood += 1;
  if (page.stories.length > 0) logDoor.stories(storiesOf(page));
  if (at !== undefined) setTimeline({ active: rowOf(page, at) });
  useOlder.setState({ window, stand: at === undefined ? null : { sequence: at.sequence, times: stood }, resting: false });
  clearTimeout(rest);
  rest = setTimeout(() => useOlder.setState({ resting: true }), restMs);
}

/** The row that one will stand at, so that the list is drawn once with it. */
function rowOf({ events }: TimelinePage, at: RecordedEvent): string {
  if (useView.getState().timeline.mode === 'events') return rowKeyOf.event(at.event_id);
  const story = gatherStories(events).find((one) => (one.events[0]?.sequence ?? 0) <= at.sequence);
  return rowKeyOf.story(story?.id ?? storyIdOf(at));
}

/** Back to the newest events, as they come in. */
export function standNow(): void {
  wanted = null;
  turn += 1;
  useOlder.setState({ window: null, stand: null });
  setTimeline({ paused_at: null });
}

/** Lets go of what was loaded below the newest events. */
export function forgetOlder(): void {
  turn += 1;
  useOlder.setState({ window: null, stand: null });
}

export const setSight = (sight: OlderState['sight']): void => {
  const before = useOlder.getState().sight;
  if (before?.newest !== sight?.newest || before?.oldest !== sight?.oldest) useOlder.setState({ sight });
};

const asking = { older: false, newer: false };

type Beyond = { readonly before: number } | { readonly after: number };

async function askPage(end: keyof typeof asking, filter: EventFilter, where: Beyond): Promise<TimelinePage | null> {
  if (asking[end]) return null;
  asking[end] = true;
  const asked = turn;
  const answer = await askQuietly('timeline/page', { ...wishOf(filter), ...where });
  asking[end] = false;
  return typeof answer === 'string' || asked !== turn ? null : answer.answer;
}

/**
 * Loads what lies below. `newestDownTo` is the oldest of the newest events that are shown; `settle` may then let go of what is too
 * much above.
 */
export async function loadOlder(filter: EventFilter, newestDownTo: number, settle: (window: OlderWindow) => OlderWindow): Promise<void> {
  const key = filterKey(filter);
  const { window } = useOlder.getState();
  const mine = window?.filter === key ? window : null;
  const before = mine === null ? newestDownTo : mine.older;
  if (before === null || before <= 1) return;
  const page = await askPage('older', filter, { before });
  if (page === null) return;
  useOlder.setState(({ window: now }) => {
    if (mine === null) return now === null || now.filter !== key ? { window: windowBelow(key, newestDownTo, page) } : {};
    return now?.older === before ? { window: settle(withOlder(now, page)) } : {};
  });
}

/** Loads what lies above a window that is apart from the newest events. */
export async function loadNewer(filter: EventFilter, most: number): Promise<void> {
  const { window } = useOlder.getState();
  if (window === null || !isApart(window) || window.filter !== filterKey(filter)) return;
  const after = window.newer ?? 0;
  const page = await askPage('newer', filter, { after });
  if (page === null) return;
  useOlder.setState(({ window: now }) => {
    if (now?.newer !== after) return {};
    const grown = withNewer(now, page, newestFrom());
    return { window: isApart(grown) ? lightened(grown, 'oldest', most) : grown };
  });
}
