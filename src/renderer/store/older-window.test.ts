import type { RecordedEvent } from '@shared/events/catalog';
import type { TimelinePage } from '@shared/ipc/answers';
import { describe, expect, it } from 'vitest';
import { cutLoose, isApart, lightened, type OlderWindow, windowAt, windowBelow, withNewer, withOlder } from './older-window';

const last = 1_000;
const range = (from: number, to: number): RecordedEvent[] =>
  Array.from({ length: Math.max(0, from - to + 1) }, (_, i) => ({ sequence: from - i, event_id: `e${from - i}` }) as RecordedEvent);
const sequences = ({ events }: OlderWindow) => events.map(({ sequence }) => sequence);
const downFrom = (from: number, to: number) => range(from, to).map(({ sequence }) => sequence);

const noStories = { stories: [], others: [] };

/** The log's answers: all sequences from 1 to 1,000 are there. */
const older = (before: number, limit = 50): TimelinePage => {
  const events = range(before - 1, Math.max(1, before - limit));
  return { events, next_before: before - limit <= 1 ? null : before - limit, next_after: null, place: null, ...noStories };
};
const newer = (after: number, limit = 50): TimelinePage => {
  const to = Math.min(last, after + limit);
  return { events: range(to, after + 1), next_before: after + 1, next_after: after + limit > last ? null : to, place: null, ...noStories };
};
const around = (place: number): TimelinePage => {
  const above = newer(place, 20);
  const below = older(place + 1);
  return { events: [...above.events, ...below.events], next_before: below.next_before, next_after: above.next_after, place, ...noStories };
};

describe('the window on older events', () => {
  it('[D32] grows at both ends without a hole, and joins the newest events when it reaches them', () => {
    let window = windowAt('', around(700), 900);
    expect(isApart(window)).toBe(true);
    for (let i = 0; i < 4; i += 1) window = withOlder(window, older(window.older!));
    expect(sequences(window)).toEqual(downFrom(720, 451));
    while (isApart(window)) window = withNewer(window, newer(window.newer!), 900);
    // What the newest events hold is theirs.
    expect(sequences(window)).toEqual(downFrom(899, 451));
    expect([window.newer, window.joined_at]).toEqual([null, 900]);
  });

  it('[D32] lies below the newest events, is cut loose from them, and comes back to them', () => {
    let window = windowBelow('', 900, older(900));
    window = withOlder(window, older(window.older!));
    expect(sequences(window)).toEqual(downFrom(899, 800));
    window = lightened(cutLoose(window, range(last, 900)), 'newest', 60);
    expect([sequences(window), window.newer, window.older]).toEqual([downFrom(859, 800), 859, 800]);
    while (isApart(window)) window = withNewer(window, newer(window.newer!), 900);
    expect(sequences(window)).toEqual(downFrom(899, 800));
  });

  it('[D32] that lies within the newest events leaves them to themselves', () => {
    const window = windowAt('', around(990), 900);
    expect([sequences(window), window.older, window.newer]).toEqual([[], 900, null]);
  });

  it('[D36] is never larger than it may be, and goes on from where it was cut', () => {
    let window = windowAt('', around(500), 990);
    for (let i = 0; i < 3; i += 1) window = lightened(withOlder(window, older(window.older!)), 'newest', 100);
    expect([window.events.length, window.newer]).toEqual([100, sequences(window)[0]]);
    for (let i = 0; i < 12; i += 1) {
      window = lightened(withNewer(window, newer(window.newer!), 2_000), 'oldest', 100);
      const [first = 0] = sequences(window);
      expect(sequences(window)).toEqual(downFrom(first, first - 99));
    }
    expect(window.older).toBe(sequences(window).at(-1));
  });

  it('[D32] takes no event twice when an answer overlaps', () => {
    const window = windowAt('', around(500), 990);
    expect(withOlder(window, older(470)).events.filter(({ sequence }) => sequence === 460)).toHaveLength(1);
    expect(withNewer(window, newer(510), 990).events.filter(({ sequence }) => sequence === 515)).toHaveLength(1);
  });
});
