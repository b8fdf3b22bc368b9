import type { AliceEvent, RecordedEvent } from '@shared/events/catalog';
import type { Answers, CallInput } from '@shared/ipc/contract';
import { calls } from '@shared/ipc/contract';
import { workflowCompleted, workflowStarted, workflowStepCompleted } from '@shared/events/workflow-events';
import { storiesOf } from '@shared/ipc/page-stories';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { findEvents } from '../../hub/find-events';
import { openDensity } from '../../hub/event-density';
import { Lifetime } from '../../kernel/lifetime';
import type { EventLog } from '../../log/event-log';
import { EventSearch, openMemorySearch } from '../../projections/event-search';
import { eventFrom, wholeStory } from '../../testing/sample-events';
import { tempFolder } from '../../testing/temp-folder';
import { logIn } from '../../testing/test-log';
import type { Settings } from '../settings';

vi.mock('electron', () => ({ app: {}, dialog: {} }));
const { timelineHandlers, wholeStory: wholeStoryOf } = await import('./timeline-handlers');

const began = Date.parse('2026-01-02T10:00:00.000Z');
const minuteMs = 60_000;
let log: EventLog;
let page: (wish: Partial<CallInput<'timeline/page'>>) => Answers['timeline/page'];
let handlers: ReturnType<typeof timelineHandlers>;
let search: EventSearch;

beforeEach(async () => {
  ({ log } = logIn(tempFolder()));
  const stories = Array.from({ length: 60 }, (_, i) => wholeStory(`${i % 7 === 0 ? 'lantern' : 'boat'}-${i}.png`).map((draft) => {
    const event = eventFrom(draft, { correlation_id: `story ${i}` });
    return { ...event, timestamp: new Date(began + i * minuteMs).toISOString() };
  }));
  await log.append(stories.flat());
  search = new EventSearch(openMemorySearch(), log.reader);
  await search.follow();
  const lifetime = new Lifetime();
  onTestFinished(() => lifetime.end());
  const density = openDensity({ database: new Database(':memory:'), log, lifetime, reportBug: ({ error }) => { throw error; } });
  const workspace = { settings: {} as Settings, keep: () => undefined };
  handlers = timelineHandlers(() => ({ log: log.reader, find: (wish) => findEvents(log.reader, search, wish), ...density }), workspace);
  page = (wish) => {
    const asked = calls['timeline/page'].parse({ before: null, limit: 20, families: [], text: '', ...wish });
    return handlers['timeline/page'](asked) as Answers['timeline/page'];
  };
});

const sequences = (events: readonly RecordedEvent[]) => events.map(({ sequence }) => sequence);
const all = () => log.reader.find({ limit: 10_000, newestFirst: true });

/** Goes from a page to both ends, and gives everything that was met, newest first. */
function everything(from: Answers['timeline/page'], filter: Partial<CallInput<'timeline/page'>>): number[] {
  const events = [...from.events];
  for (let after = from.next_after; after !== null; ) {
    const newer = page({ ...filter, after });
    events.unshift(...newer.events);
    after = newer.next_after;
  }
  for (let before = from.next_before; before !== null; ) {
    const older = page({ ...filter, before });
    events.push(...older.events);
    before = older.next_before;
  }
  return sequences(events);
}

const filters: Readonly<Record<string, Partial<CallInput<'timeline/page'>>>> = {
  nothing: {},
  families: { families: ['quality'] },
  types: { patterns: ['asset.org*', 'asset.organized', 'quality.*'] },
  words: { text: 'lantern' },
  'words and families': { text: 'lant', families: ['asset'] },
  'a time': { since: new Date(began + 30 * minuteMs).toISOString() },
  'a sequence and types': { from: 77, patterns: ['asset.*'] },
};

describe('pages of the timeline', () => {
  it.each(Object.entries(filters))('[D32] lead from any moment to both ends of the log, with no event left out or twice: by %s', (_name, filter) => {
    const expected = sequences(page({ ...filter, limit: 500 }).events);
    expect(expected.length).toBeGreaterThan(5);
    for (const minutes of [-5, 0, 1, 17.5, 30, 59, 70]) {
      const at = new Date(began + minutes * minuteMs).toISOString();
      for (const limit of [1, 7, 20]) expect(everything(page({ ...filter, at, limit }), { ...filter, limit })).toEqual(expected);
    }
    for (const around of [1, 100, 300]) expect(everything(page({ ...filter, around }), filter)).toEqual(expected);
  });

  it('[D32] name the event that one stands at: the last one up to the moment', () => {
    const moment = (minutes: number) => page({ at: new Date(began + minutes * minuteMs).toISOString() });
    expect(moment(10).place).toBe(55);
    expect(moment(10.5).place).toBe(55);
    // Before everything: the first of all.
    expect(moment(-10).place).toBe(1);
    expect(page({ around: 42 }).place).toBe(42);
    expect(page({ around: 42, families: ['quality'] }).place).toBe(39);
    expect(page({ at: new Date(began).toISOString(), text: 'nothing says this' })).toEqual({ events: [], next_before: null, next_after: null, place: null, stories: [], others: [] });
  });

  it('[D32] begin with the newest, also those whose words are not taken in yet', async () => {
    const fresh = wholeStory('lantern-new.png').map((draft): AliceEvent => eventFrom(draft, { correlation_id: 'new' }));
    await log.append(fresh);
    expect(sequences(page({}).events)).toEqual(sequences(all()).slice(0, 20));
    expect(sequences(page({ text: 'lantern-new' }).events)).toEqual([305, 304, 303, 302, 301]);
    expect(sequences(page({ text: 'lantern-new', after: 302 }).events)).toEqual([305, 304, 303]);
  });
});

describe('the density of the log', () => {
  const density = (wish: Partial<CallInput<'timeline/density'>>) =>
    handlers['timeline/density'](calls['timeline/density'].parse({ from: null, to: null, buckets: 100, families: [], text: '', ...wish })) as Answers['timeline/density'];
  const sum = (counts: readonly number[] | null) => counts?.reduce((all, each) => all + each, 0);

  it('[D30] counts the whole log from its beginning to now, and what passes the filter of it', async () => {
    await expect.poll(() => density({}).counted_to).toBe(300);
    const whole = density({});
    expect([whole.first, sum(whole.all), sum(whole.matching)]).toEqual([began, 300, 300]);
    expect(whole.bounds.at(-1)).toBeGreaterThan(Date.now());
    expect(sum(density({ families: ['quality'] }).matching)).toBe(60);
    expect(sum(density({ patterns: ['asset.organized'], families: ['asset'] }).matching)).toBe(60);
    expect(sum(density({ since: new Date(began + 30 * minuteMs).toISOString() }).matching)).toBe(150);
    expect(sum(density({ from_sequence: 151 }).matching)).toBe(150);
    expect(sum(density({ from_sequence: 1_000 }).matching)).toBe(0);
    expect(density({ text: 'lantern' })).toMatchObject({ matching: null, all: whole.all });
  });

  it('[D30] divides a time that is named', async () => {
    await expect.poll(() => density({}).counted_to).toBe(300);
    const to = new Date(began + 60 * minuteMs).toISOString();
    const hour = density({ from: new Date(began).toISOString(), to, buckets: 61 });
    expect(hour.all).toEqual([...Array.from({ length: 60 }, () => 5), 0]);
    // Never less than an hour, so that a log that has just begun does not fill all of it.
    const now = density({ from: new Date(began + 59 * minuteMs).toISOString(), to, buckets: 61 });
    expect(now.bounds).toEqual(hour.bounds);
  });
});

describe('whole stories', () => {
  it('[D33] are told by id, unless they are too long to be sent with a row', async () => {
    await log.append(Array.from({ length: 201 }, () => eventFrom(wholeStory('many.png')[0], { correlation_id: 'long' })));
    const told = handlers['timeline/stories']({ ids: ['story 3', 'long', 'nobody knows'] }) as Answers['timeline/stories'];
    expect(told.map(({ id, events }) => [id, sequences(events)])).toEqual([['story 3', [16, 17, 18, 19, 20]]]);
  });

  it('[D33] come with a page in the middle, from where one stands on', () => {
    const { stories, others, events } = page({ around: 42, stories: 3, limit: 4 });
    expect(stories).toEqual([
      { id: 'story 8', sequences: [41, 42, 43, 44, 45] },
      { id: 'story 7', sequences: [36, 37, 38, 39, 40] },
    ]);
    // What the page holds is not sent twice.
    expect(sequences(events)).toEqual([44, 43, 42, 41, 40, 39]);
    expect(sequences(others)).toEqual([45, 36, 37, 38]);
    expect(storiesOf({ events, others, stories }).map((story) => sequences(story.events))).toEqual(stories.map((story) => story.sequences));
    expect(page({ around: 42 }).stories).toEqual([]);
  });

  it('[D37] a workflow is one story, also when its events share nothing but the workflow', async () => {
    const workflow_id = 'night-crossing';
    const drafts = [
      workflowStarted({ workflow_id, workflow_type: 'image_generation', workflow_name: 'Night crossing' }),
      workflowStepCompleted({ workflow_id, step_id: 'a', step_name: 'Sample', step_number: 1, total_steps: 1, status: 'completed' }),
      workflowCompleted({ workflow_id, workflow_type: 'image_generation', total_duration_ms: 10, steps_completed: 1 }),
    ];
    const events = drafts.map((draft) => eventFrom(draft));
    await log.append(events);
    for (const id of [workflow_id, events[1]!.correlation_id]) expect(sequences(wholeStoryOf(log.reader, id))).toEqual([301, 302, 303]);
  });
});
