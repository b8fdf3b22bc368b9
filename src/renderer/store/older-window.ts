import type { RecordedEvent } from '@shared/events/catalog';
import type { TimelinePage } from '@shared/ipc/answers';

/**
 * Events from before the newest ones, newest first and without a hole between those that pass the filter: a part of the log that
 * grows at both ends and is let go of at the other.
 */
export interface OlderWindow {
  /** The filter that its events passed, as text. */
  readonly filter: string;
  readonly events: readonly RecordedEvent[];
  /** Where the next page below begins; null when the beginning of the log is reached. */
  readonly older: number | null;
  /** Where the next page above begins; null when the newest events follow on it. */
  readonly newer: number | null;
  /** Of a window that the newest events follow on: the first of those that are not its own. */
  readonly joined_at: number | null;
}

/** Whether something lies between the window and the newest events. */
export const isApart = (window: OlderWindow | null): boolean => (window?.newer ?? null) !== null;

/** The window below the newest events, which go down to a sequence. */
export function windowBelow(filter: string, joined_at: number, page: TimelinePage): OlderWindow {
  return { filter, events: page.events, older: page.next_before, newer: null, joined_at };
}

/** A window somewhere in the log. When nothing lies above it, it joins the newest events, which go down to `newestFrom`. */
export function windowAt(filter: string, page: TimelinePage, newestFrom: number): OlderWindow {
  return joined({ filter, events: page.events, older: page.next_before, newer: page.next_after, joined_at: null }, newestFrom);
}

export function withOlder(window: OlderWindow, page: TimelinePage): OlderWindow {
  const from = window.events.at(-1)?.sequence ?? Number.POSITIVE_INFINITY;
  return { ...window, events: [...window.events, ...page.events.filter(({ sequence }) => sequence < from)], older: page.next_before };
}

export function withNewer(window: OlderWindow, page: TimelinePage, newestFrom: number): OlderWindow {
  const to = window.events[0]?.sequence ?? 0;
  const events = [...page.events.filter(({ sequence }) => sequence > to), ...window.events];
  return joined({ ...window, events, newer: page.next_after }, newestFrom);
}

/** What the newest events hold, too, is theirs. */
function joined(window: OlderWindow, newestFrom: number): OlderWindow {
  if (window.newer !== null) return window;
  const events = window.events.filter(({ sequence }) => sequence < newestFrom);
  const older = events.length === 0 && window.older !== null ? newestFrom : window.older;
  return { ...window, events, older, joined_at: newestFrom };
}

/** Takes the newest events into the window, and leaves them behind. */
export function cutLoose(window: OlderWindow, newest: readonly RecordedEvent[]): OlderWindow {
  const events = [...newest, ...window.events];
  return { ...window, events, newer: events[0]?.sequence ?? null, joined_at: null };
}

/** Lets go of what is too much at one end; it can be asked for again. */
export function lightened(window: OlderWindow, end: 'newest' | 'oldest', most: number): OlderWindow {
  if (window.events.length <= most) return window;
  if (end === 'oldest') {
    const events = window.events.slice(0, most);
    return { ...window, events, older: events.at(-1)?.sequence ?? null };
  }
  const events = window.events.slice(-most);
  return { ...window, events, newer: events[0]?.sequence ?? null, joined_at: null };
}
