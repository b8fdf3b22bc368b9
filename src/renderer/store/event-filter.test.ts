import type { RecordedEvent } from '@shared/events/catalog';
import { describe, expect, it } from 'vitest';
import { type EventFilter, isNarrowed, matcherOf, noFilter } from './event-filter';

const event = (sequence: number, event_type: string, hour: number, data: object = {}) =>
  ({ sequence, event_type, timestamp: `2026-06-12T${String(hour).padStart(2, '0')}:00:00.000Z`, data }) as RecordedEvent;

const log = [
  event(1, 'hub.started', 8),
  event(2, 'asset.detected', 9, { file_path: '/inbox/Lantern.png' }),
  event(3, 'asset.processed', 10, { file_path: '/inbox/Lantern.png' }),
  event(4, 'quality.assessed', 11),
  event(5, 'shot.rendered', 12),
  event(6, 'metadata.updated', 13),
];

const passing = (change: Partial<EventFilter>) => {
  const matches = matcherOf({ ...noFilter, ...change });
  return matches === null ? 'all' : log.filter(matches).map(({ sequence }) => sequence);
};

describe('matcherOf', () => {
  it('[V46] lets everything pass while nothing is filtered', () => {
    expect([passing({}), isNarrowed(noFilter)]).toEqual(['all', false]);
  });

  it('[V46] takes any of the types and prefixes, also of types that this version does not know', () => {
    expect(passing({ patterns: ['asset.*'] })).toEqual([2, 3]);
    expect(passing({ patterns: ['quality.assessed', 'shot.*'] })).toEqual([4, 5]);
    expect(passing({ patterns: ['asset.proc'] })).toEqual([]);
    expect(passing({ patterns: ['*'] })).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('[V46] takes what happened from a time on, and from a sequence on, that one included', () => {
    expect(passing({ since: '2026-06-12T11:00:00.000Z' })).toEqual([4, 5, 6]);
    expect(passing({ from: 5 })).toEqual([5, 6]);
  });

  it('[V46] wants all parts of the filter together', () => {
    expect(passing({ families: ['asset'], text: 'lantern', from: 3 })).toEqual([3]);
    expect(passing({ families: ['asset'], patterns: ['metadata.*'], since: '2026-06-12T11:00:00.000Z', from: 2 })).toEqual([6]);
    expect(passing({ families: ['quality'], patterns: ['asset.*'] })).toEqual([]);
  });
});
