import { recordedFrom, wholeStory } from '../../../main/testing/sample-events';
import { expect, it } from 'vitest';
import { gatherStories } from '../../store/stories';
import { eventRows, storyRows } from './timeline-rows';

it('[D221] a compact timeline has lower rows, of stories, steps and events alike, and becomes so at once', () => {
  const events = recordedFrom(wholeStory('boat.png'), 'a').toReversed();
  const around = { complete: true, apart: false };
  const stories = gatherStories(events);
  const heights = (density?: 'normal' | 'compact') => {
    const how = { ...around, ...(density !== undefined && { density }) };
    const all = [...storyRows({ things: stories, ...how }, new Set(['a']), new Map(), 1), ...eventRows({ things: events, ...how })];
    return new Map(all.map(({ kind, height }) => [kind, height]));
  };
  const normal = heights();
  expect(heights('normal')).toEqual(normal);
  const compact = heights('compact');
  for (const kind of ['story', 'step', 'event'] as const) expect(compact.get(kind)).toBeLessThan(normal.get(kind)!);
  expect([...compact.values()].every((height) => height >= 6)).toBe(true);
  expect([compact.get('step'), compact.get('day')]).toEqual([24, normal.get('day')]);
});
