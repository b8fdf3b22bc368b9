import { type EventData, type EventType, parseEvent, type RecordedEvent } from '@shared/events/catalog';
import type { Snapshot } from '@shared/ipc/answers';
import { describe, expect, it } from 'vitest';
import { applyEvent, applyEvents } from './apply-events';
import { emptyLog, type LogState } from './log-state';
import { mergeAsset, mergeSnapshot, mergeStories } from './merge-answers';

const inbox = '/inbox/lantern-harbor/sunset.png';
const hashOf = (name: string) => name.charCodeAt(0).toString(16).padStart(64, '0');

function recorded<T extends EventType>(sequence: number, event_type: T, data: Partial<EventData<T>>, story = 'story-1'): RecordedEvent {
  const parsed = parseEvent({
    event_id: `01990000-0000-7000-8000-${String(sequence).padStart(12, '0')}`,
    event_type,
    timestamp: `2026-06-12T14:02:${String(sequence % 60).padStart(2, '0')}.000Z`,
    source: 'test',
    version: '1.0.0',
    correlation_id: story,
    causation_id: null,
    actor: 'service:test',
    subject: null,
    data,
  });
  return { ...parsed, sequence };
}

/** All that happens to one good picture, with sequences from `first`. */
function filing(first: number, name = 'a', path = inbox): RecordedEvent[] {
  const content_hash = hashOf(name);
  const story = `story-${name}`;
  return [
    recorded(first, 'asset.detected', { file_path: path, file_size: 10, project_name: 'lantern-harbor' }, story),
    recorded(first + 1, 'asset.discovered', { file_path: path, content_hash, file_size: 10, media_type: 'image', project_name: 'lantern-harbor' }, story),
    recorded(first + 2, 'asset.processed', { content_hash, file_path: path, metadata: { width: 4, height: 3 }, generation_params: { tool: 'comfyui' } }, story),
    recorded(first + 3, 'quality.assessed', { content_hash, file_path: path, star_rating: 5, combined_score: 0.8, brisque_score: 18.4 }, story),
    recorded(
      first + 4,
      'asset.organized',
      {
        content_hash,
        source_path: path,
        destination_path: `/organized/${name}-001.png`,
        project_name: 'lantern-harbor',
        source_type: 'comfyui',
        date_folder: '2026-06-12',
        quality_folder: '5-star',
      },
      story,
    ),
  ];
}

const started: LogState = { ...emptyLog, ready: true, up_to_date: true };
const oneByOne = (state: LogState, events: readonly RecordedEvent[]) => events.reduce(applyEvent, state);

describe('applyEvents', () => {
  it('[V2] folds a filing into library, inbox, counts and projects', () => {
    const state = applyEvents(started, filing(1));
    expect(state.assets.get(hashOf('a'))).toMatchObject({ stars: 5, source: 'comfyui', file_name: 'a-001.png', filed_sequence: 5 });
    expect(state.inbox.get(inbox)).toMatchObject({ state: 'filed', step: 'organized' });
    expect(state.inbox_counts).toEqual({ waiting: 0, working: 0, filed: 1, duplicate: 0, set_aside: 0 });
    expect(state.projects).toEqual([{ project: 'lantern-harbor', assets: 1, cover: hashOf('a') }]);
    expect([state.sequence, state.event_count, state.asset_count]).toEqual([5, 5, 1]);
    expect(state.events.map((event) => event.sequence)).toEqual([5, 4, 3, 2, 1]);
  });

  it('[V2] comes to the same state for a batch as for its events one by one', () => {
    const events = [...filing(1, 'a'), ...filing(6, 'b', '/inbox/b.png')];
    expect(applyEvents(started, events)).toEqual(oneByOne(started, events));
  });

  it('[V2] changes nothing for events that are covered', () => {
    const state = applyEvents(started, filing(1));
    expect(applyEvents(state, filing(1))).toBe(state);
  });

  it('[V2] moves a file from lane to lane and lets it go when it is withdrawn', () => {
    const file = { file_path: inbox };
    const detected = applyEvents(started, [recorded(1, 'asset.detected', { ...file, file_size: 1, project_name: 'p' })]);
    expect(detected.inbox_counts.waiting).toBe(1);
    const aside = applyEvents(detected, [recorded(2, 'asset.set_aside', { ...file, stage: 'assets', reason: 'damaged', message: 'It stops.' })]);
    expect(aside.inbox_counts).toMatchObject({ waiting: 0, set_aside: 1 });
    const retried = applyEvents(aside, [recorded(3, 'asset.retry_requested', file)]);
    expect(retried.inbox_counts).toMatchObject({ waiting: 1, set_aside: 0 });
    const gone = applyEvents(retried, [recorded(4, 'asset.withdrawn', file)]);
    expect([gone.inbox.size, gone.inbox_counts.waiting]).toEqual([0, 0]);
  });

  it('[V2] counts files rightly that a snapshot has counted but not listed', () => {
    const crowded: LogState = { ...started, inbox_counts: { ...started.inbox_counts, waiting: 3, working: 2 } };
    const after = applyEvents(crowded, [...filing(1).slice(1), ...filing(9, 'b', '/inbox/b.png').slice(4)]);
    expect(after.inbox_counts).toEqual({ waiting: 2, working: 1, filed: 2, duplicate: 0, set_aside: 0 });
  });

  it('[V2] remembers to ask for an asset that was filed before anything else was known of it', () => {
    const state = applyEvents(started, filing(1).slice(4));
    expect([...state.missing]).toEqual([hashOf('a')]);
    expect(state.asset_count).toBe(1);
  });

  it('[V2] continues a story that was asked for', () => {
    const events = filing(1);
    const half = mergeStories(applyEvents(started, events.slice(0, 2)), [{ id: 'story-a', events: events.slice(0, 2) }]);
    expect(applyEvents(half, events.slice(2)).stories.get('story-a')).toEqual(events);
  });
});

describe('answers', () => {
  const snapshotOf = (state: LogState, events = state.events): Snapshot => ({
    sequence: state.sequence,
    event_count: state.event_count,
    events,
    assets: [...state.assets.values()].filter((asset) => asset.filed_sequence !== null),
    asset_count: state.asset_count,
    inbox: [...state.inbox.values()],
    inbox_counts: state.inbox_counts,
    projects: state.projects,
  });

  it('[V1] joins late at any moment and comes to the same state', () => {
    const events = [...filing(1, 'a'), ...filing(6, 'b', '/inbox/b.png')];
    const whole = applyEvents(started, events);
    for (let covered = 0; covered <= events.length; covered += 1) {
      const before = applyEvents(started, events.slice(0, covered));
      const late = applyEvents(mergeSnapshot(emptyLog, snapshotOf(before)), events);
      expect({ ...late, assets: new Map([...late.assets].sort()) }).toEqual({ ...whole, assets: new Map([...whole.assets].sort()) });
    }
  });

  it('[V1] keeps older events over a new snapshot only when no hole is between', () => {
    const state = applyEvents(started, filing(1));
    const joins = snapshotOf(applyEvents(state, filing(6, 'b')), filing(6, 'b').toReversed());
    expect(mergeSnapshot(state, joins).events.map((event) => event.sequence)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    const apart = { ...joins, sequence: 14, events: filing(10, 'b').toReversed() };
    expect(mergeSnapshot(state, apart).events.map((event) => event.sequence)).toEqual([14, 13, 12, 11, 10]);
  });

  it('[V1] an answer never takes back what is newer', () => {
    const state = applyEvents(started, filing(1));
    const asset = state.assets.get(hashOf('a'))!;
    const older = { ...asset, sequence: 2, stars: null };
    expect(mergeAsset(state, older).assets.get(hashOf('a'))).toBe(asset);
  });

  it('[V1] a whole story is joined by what came while it was asked for, and the first of many gives way', () => {
    const events = filing(1);
    const state = applyEvents(started, events);
    const joined = mergeStories(state, [{ id: 'story-a', events: events.slice(0, 3) }]);
    expect(joined.stories.get('story-a')).toEqual(events);
    const many = mergeStories(joined, Array.from({ length: 400 }, (_, i) => ({ id: `story-${i}`, events: [] })));
    expect([many.stories.size, many.stories.has('story-a'), many.stories.has('story-0')]).toEqual([400, false, true]);
  });
});
