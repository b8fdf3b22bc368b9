import type { RecordedEvent } from '@shared/events/catalog';
import { describe, expect, it } from 'vitest';
import { gatherStories, mentions } from './stories';

const event = (sequence: number, correlation_id: string, data: object = {}) =>
  ({ sequence, correlation_id, event_type: 'asset.detected', data }) as RecordedEvent;

describe('gatherStories', () => {
  it('[V3] gathers events by story, the one that moved last first', () => {
    const stories = gatherStories([event(5, 'a'), event(4, 'b'), event(3, 'a'), event(1, 'c')]);
    expect(stories.map(({ id, events }) => [id, events.map(({ sequence }) => sequence)])).toEqual([
      ['a', [5, 3]],
      ['b', [4]],
      ['c', [1]],
    ]);
  });
});

describe('mentions', () => {
  it('[V4] finds text in type and payload, in any case', () => {
    const one = event(1, 'a', { file_path: '/inbox/Lantern Harbor.png' });
    expect(['lantern', 'HARBOR', 'asset.det', '', 'tulip'].map((text) => mentions(one, text))).toEqual([true, true, true, true, false]);
  });
});
