import type { ServiceOnMap } from '@shared/ipc/system-overview';
import { describe, expect, it } from 'vitest';
import { layoutMap } from './map-layout';
import { inARow, laneInWords, nodeInWords, nodeState } from './map-words';

const quality: ServiceOnMap = { name: 'quality', summary: '', hears: ['asset.processed'], says: ['quality.assessed'] };
const stats = { name: 'quality', queued: 0, running: 0, lag: 0 };

describe('the map in words', () => {
  it('[V45] says of a service all that is drawn', () => {
    expect(nodeInWords(quality, { minute: 12, stats, parked: 0 })).toBe(
      'quality hears asset.processed, says quality.assessed; 12 events in the last minute, lag 0',
    );
    expect(nodeInWords(quality, { minute: 1, stats: { ...stats, queued: 1041, lag: 2 }, parked: 3 })).toBe(
      'quality hears asset.processed, says quality.assessed; 1 event in the last minute, 1,041 waiting, lag 2, 3 parked',
    );
  });

  it('[V45] says of a door what it says, and nothing of a lag', () => {
    const door = { ...quality, name: 'hub', hears: [], says: ['hub.started', 'hub.stopped', 'event.parked'] };
    expect(nodeInWords(door, { minute: 0, stats: null, parked: 0 })).toBe(
      'hub says hub.started, hub.stopped and event.parked; 0 events in the last minute',
    );
  });

  it('[V45] says of an event type who says and who hears it', () => {
    const { lanes } = layoutMap([quality], ['style.chosen'], 800);
    expect(lanes.map((lane) => laneInWords(lane, 2))).toEqual([
      'quality.assessed, said by quality, heard by no service; 2 events in the last minute',
      'asset.processed, said from outside, heard by quality; 2 events in the last minute',
      'style.chosen, said from outside, heard by no service; 2 events in the last minute',
    ]);
  });

  it('[V45] shows of a state what matters most', () => {
    const state = (parked: number, queued: number, lag: number) =>
      nodeState({ minute: 0, stats: { ...stats, queued, lag }, parked })?.words;
    expect([state(2, 5, 9), state(0, 5, 9), state(0, 0, 9)]).toEqual(['2 parked', '5 waiting', 'lag 9']);
    expect(nodeState({ minute: 0, stats: null, parked: 0 })).toBe(null);
  });

  it('[V45] puts names in a row', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(inARow)).toEqual(['nothing', 'a', 'a and b', 'a, b and c']);
  });
});
