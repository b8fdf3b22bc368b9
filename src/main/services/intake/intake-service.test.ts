import { assetSetAside } from '@shared/events/asset-events';
import type { RecordedEvent } from '@shared/events/catalog';
import type { InboxEntry } from '@shared/library/inbox-entry';
import { foldInboxEntry, inboxPathOf } from '@shared/library/inbox-entry';
import { setTimeout as delay } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { eventFrom } from '../../testing/sample-events';
import { hashOf } from '../../testing/trees';
import { Intake } from './intake-service';
import type { InboxFiles, Look, RootLook, Sighting } from './ports';
import { projectOf } from './project-of';
import { restNeeded } from './settling';

const file = (identity = 'id', unchangedMs: number | null = 10_000): Extract<Look, { kind: 'file' }> => ({ kind: 'file', size: 5, identity, unchangedMs });

let events: RecordedEvent[];
let entries: Map<string, InboxEntry>;
let read: Map<string, string>;
let bugs: string[];

const beingPut = new Set<string>();

beforeEach(() => {
  beingPut.clear();
  [events, entries, read, bugs] = [[], new Map(), new Map(), []];
});

/** Intake over a file system of literals: what it says is folded as the library would. */
function intakeOver(files: Partial<InboxFiles>, announceFails = false): Intake {
  const intake = new Intake({
    inbox: '/inbox',
    files: {
      rootLook: async () => ({ kind: 'folder', identity: 'root', polled: false }),
      async *scan() { yield* []; },
      whichLieThere: async () => [],
      isListed: async () => true,
      isBeingWritten: async () => false,
      startsAsMedia: async () => true,
      look: async () => file(),
      looksComplete: async () => true,
      identify: async () => ({ kind: 'identified', content_hash: hashOf('a'), size: 5, media_type: 'image', identity: 'id' }),
      ...files,
    },
    memory: {
      entry: (path) => entries.get(path) ?? null,
      entries: (paths) => paths.flatMap((path) => entries.get(path) ?? []),
      unfinished: (folder) => [
        [...entries.values()].filter(({ state, file_path }) => (state === 'waiting' || state === 'set_aside') && file_path.startsWith(`${folder}/`)).map(({ file_path }) => file_path),
      ],
      isSidecar: () => false,
      beingPut: (path) => beingPut.has(path),
      wasRead: (path, identity) => read.get(path) === identity,
      remember: (path, identity) => { read.set(path, identity); },
      leftAlone: () => [],
      leaveAlone: () => undefined,
    },
    announce: async (draft, story) => {
      await delay(0);
      if (announceFails) throw new Error('the log is closed');
      const event = { ...eventFrom(draft, story === undefined ? {} : { correlation_id: story }), sequence: events.length + 1 };
      events.push(event);
      const path = inboxPathOf(event)!;
      const entry = foldInboxEntry(entries.get(path) ?? null, event);
      if (entry) entries.set(path, entry);
      else entries.delete(path);
      return event.correlation_id;
    },
    reportBug: ({ error }) => bugs.push((error as Error).message),
    settleTimes: { completeMs: 10, incompleteMs: 50 },
  });
  return intake;
}

const said = () => events.map(({ event_type }) => event_type);

describe('[I7] while a file is read', () => {
  it('[I7] it is replaced: it is read again, and only its final content has a name', async () => {
    let reads = 0;
    const intake = intakeOver({
      identify: async () => {
        reads += 1;
        if (reads < 3) return { kind: 'changed' };
        return { kind: 'identified', content_hash: hashOf('final'), size: 5, media_type: 'image', identity: 'final' };
      },
    });
    intake.consider('/inbox/a.png', 'watch_mode');
    await intake.settled();
    expect(said()).toEqual(['asset.detected', 'asset.discovered']);
    expect(events[1]).toMatchObject({ data: { content_hash: hashOf('final') }, correlation_id: events[0]?.correlation_id });
    expect(read.get('/inbox/a.png')).toBe('final');
  });

  it('[I11] it vanishes: its story ends', async () => {
    const intake = intakeOver({ identify: async () => ({ kind: 'gone' }) });
    intake.consider('/inbox/a.png', 'watch_mode');
    await intake.settled();
    expect(said()).toEqual(['asset.detected', 'asset.withdrawn']);
    expect(entries.size).toBe(0);
  });
});

describe('[I12] another try', () => {
  const aside = { file_path: '/inbox/a.png', stage: 'intake', reason: 'empty', message: 'Empty.' } as const;

  it('[I12] goes on in the story of the file, also when nothing about it has changed', async () => {
    const intake = intakeOver({});
    read.set('/inbox/a.png', 'id');
    intake.consider('/inbox/a.png', 'manual', 'its story');
    await intake.settled();
    expect(events).toMatchObject([{ event_type: 'asset.discovered', correlation_id: 'its story', data: { discovery_source: 'manual' } }]);
  });

  it('[I12] of a file that is gone meanwhile ends its story', async () => {
    const intake = intakeOver({ look: async () => ({ kind: 'gone' }) });
    entries.set('/inbox/a.png', { file_path: '/inbox/a.png', state: 'waiting', story_id: 'its story' } as InboxEntry);
    intake.consider('/inbox/a.png', 'manual', 'its story');
    await intake.settled();
    expect(events).toMatchObject([{ event_type: 'asset.withdrawn', correlation_id: 'its story' }]);
  });

  it('[I12] that fails for the same reason says so again', async () => {
    const intake = intakeOver({ identify: async () => ({ kind: 'trouble', reason: 'empty', message: 'Empty.', size: null }) });
    entries.set(aside.file_path, foldInboxEntry(null, { ...eventFrom(assetSetAside(aside)), sequence: 1 })!);
    intake.consider(aside.file_path, 'manual', 'its story');
    await intake.settled();
    expect(said()).toEqual(['asset.set_aside']);
  });

  it('[I17] is made by itself where the trouble lay in the circumstances, not in the file: in each run, and when they have changed', async () => {
    const before = Date.now();
    await delay(5);
    const files: Partial<InboxFiles> = {
      async *scan() { yield* ['full', 'damaged', 'just now'].map((name): Sighting => ({ kind: 'path', path: `/inbox/${name}` })); },
    };
    const intake = intakeOver(files);
    for (const [name, reason] of [['full', 'disk_full'], ['damaged', 'damaged'], ['just now', 'disk_full']] as const) {
      const event = eventFrom(assetSetAside({ ...aside, file_path: `/inbox/${name}`, reason }), { correlation_id: name });
      const timestamp = new Date(name === 'just now' ? Date.now() : before).toISOString();
      entries.set(`/inbox/${name}`, foldInboxEntry(null, { ...event, timestamp, sequence: 0 })!);
      read.set(`/inbox/${name}`, 'id');
    }
    const tried = () => events.map(({ event_type, correlation_id }) => [event_type, correlation_id]);
    await intake.reconcile();
    await intake.settled();
    expect(tried()).toEqual([['asset.discovered', 'full']]);
    await delay(5);
    await intake.tryAgain();
    await intake.settled();
    expect(tried()).toEqual([['asset.discovered', 'full'], ['asset.discovered', 'just now']]);
  });
});

it('[I29] another try of a file of another inbox is answered by where it lies', async () => {
  const intake = intakeOver({});
  intake.consider('/elsewhere/a.png', 'manual', 'its story');
  await intake.settled();
  expect(events).toMatchObject([{ event_type: 'asset.set_aside', correlation_id: 'its story', data: { message: expect.stringContaining('an inbox that is not open now') } }]);
});

it('[I26] an inbox that cannot be looked into withdraws nothing, and says so in one place until it can', async () => {
  let root: RootLook = { kind: 'trouble', reason: 'timed_out', message: 'No answer.', size: null };
  const intake = intakeOver({ rootLook: async () => root, look: async (path) => (path === '/inbox' ? { kind: 'folder' } : { kind: 'gone' }) });
  entries.set('/inbox/a', { file_path: '/inbox/a', state: 'waiting', story_id: 'a', content_hash: null } as InboxEntry);
  for (let i = 0; i < 2; i += 1) {
    await intake.reconcile();
    await intake.settled();
  }
  expect(events.map(({ event_type, data }) => [event_type, (data as { file_path: string }).file_path])).toEqual([['asset.set_aside', '/inbox']]);
  root = { kind: 'folder', identity: 'root', polled: false };
  await intake.reconcile();
  await intake.settled();
  expect(said()).toEqual(['asset.set_aside', 'asset.withdrawn', 'asset.withdrawn']);
});

it('[I26] where case does not count, a file that was renamed is withdrawn under its old name', async () => {
  const intake = intakeOver({ isListed: async (path) => path !== '/inbox/old.png' });
  for (const name of ['old.png', 'same.png']) entries.set(`/inbox/${name}`, { file_path: `/inbox/${name}`, state: 'waiting', story_id: name, content_hash: null } as InboxEntry);
  intake.gone('/inbox/old.png');
  intake.gone('/inbox/same.png');
  await intake.settled();
  expect(events).toMatchObject([{ event_type: 'asset.withdrawn', correlation_id: 'old.png' }]);
});

describe('[I18] setting aside', () => {
  it('[I18] is said once, however often the file is seen, and again when the reason is another', async () => {
    let reason: 'not_a_regular_file' | 'no_permission' = 'not_a_regular_file';
    const intake = intakeOver({ look: async () => ({ kind: 'trouble', reason, message: 'No.', size: null }) });
    for (let i = 0; i < 3; i += 1) {
      intake.consider('/inbox/a', 'watch_mode');
      await intake.settled();
    }
    reason = 'no_permission';
    intake.consider('/inbox/a', 'watch_mode');
    await intake.settled();
    expect(said()).toEqual(['asset.set_aside', 'asset.set_aside']);
  });

  it('[I18] a bug at one file sets that file aside, is reported, and the others go on', async () => {
    const intake = intakeOver({ identify: async (path) => {
      if (path.endsWith('bug')) throw new TypeError('a bug');
      return { kind: 'identified', content_hash: hashOf(path), size: 5, media_type: 'image', identity: 'id' };
    } });
    for (const name of ['a', 'bug', 'c']) intake.consider(`/inbox/${name}`, 'file_scan');
    await intake.settled();
    expect([...entries.values()].map(({ file_path, state, reason }) => [file_path, state, reason])).toEqual([
      ['/inbox/a', 'working', null], ['/inbox/bug', 'set_aside', 'internal_error'], ['/inbox/c', 'working', null],
    ]);
    expect(bugs).toEqual(['a bug']);
  });

  it('[I18] a log that cannot be written blocks nothing for ever: what fails is reported', async () => {
    const intake = intakeOver({ look: async (path) => (path.endsWith('gone') ? { kind: 'gone' } : file()) }, true);
    entries.set('/inbox/gone', { file_path: '/inbox/gone', state: 'waiting', story_id: 's', content_hash: null } as InboxEntry);
    intake.consider('/inbox/a', 'file_scan');
    intake.gone('/inbox/gone');
    await intake.settled();
    expect(intake.idle).toBe(true);
    expect(new Set(bugs)).toEqual(new Set(['the log is closed']));
  });
});

describe('[I14] the watcher is a hint', () => {
  it('[I14] what the scan no longer finds is withdrawn, what is filed is left', async () => {
    const intake = intakeOver({ look: async () => ({ kind: 'gone' }) });
    for (const state of ['waiting', 'set_aside', 'filed'] as const) {
      entries.set(`/inbox/${state}`, { file_path: `/inbox/${state}`, state, story_id: state, content_hash: null } as InboxEntry);
    }
    await intake.reconcile();
    await intake.settled();
    expect(events.map(({ event_type, correlation_id }) => [event_type, correlation_id])).toEqual([
      ['asset.withdrawn', 'waiting'], ['asset.withdrawn', 'set_aside'],
    ]);
  });

  it('[I14] a new folder is scanned, for files may have been in it before it was watched', async () => {
    const scanned: string[] = [];
    const covered: string[] = [];
    const intake = intakeOver({
      look: async (path) => (path === '/inbox/p' ? { kind: 'folder' } : file()),
      async *scan(folder, entering) { entering?.(folder, false); scanned.push(folder); yield { kind: 'path', path: `${folder}/a.png` }; },
    });
    const stop = await intake.watch(async (_, hints) => {
      hints.touched('/inbox/p');
      hints.failed(new Error('the watcher lost its way'));
      return { cover: (folder) => void covered.push(folder), stop: async () => undefined };
    });
    await delay(5);
    await intake.settled();
    await stop();
    expect([scanned, covered, said(), bugs]).toEqual([['/inbox/p'], ['/inbox/p'], ['asset.detected', 'asset.discovered'], ['the watcher lost its way']]);
    expect(events[0]).toMatchObject({ data: { project_name: 'p' } });
  });

  it('[I14] when it ends, nothing more is said', async () => {
    const intake = intakeOver({ look: async () => file('id', 0) });
    intake.consider('/inbox/a.png', 'watch_mode');
    await delay(20);
    await intake.end();
    expect([said(), bugs]).toEqual([['asset.detected'], []]);
  });
});

describe('[I1] settling', () => {
  const times = { completeMs: 30, incompleteMs: 300 };
  const rest = (look: Extract<Look, { kind: 'file' }>, more: Partial<InboxFiles> = {}, atMs = performance.now()) =>
    restNeeded({ looksComplete: async () => false, isBeingWritten: async () => false, ...more } as InboxFiles, '/a', look, { identity: 'id', atMs }, times);

  it('[I1] waits as long as a file grows, and briefly when its format says that it is whole', async () => {
    const whole = { looksComplete: async () => true };
    expect(await Promise.all([rest(file('id', 0)), rest(file('id', 40)), rest(file('id', 299)), rest(file('id', 300))])).toEqual([35, 250, 6, 0]);
    expect(await Promise.all([rest(file('id', 0), whole), rest(file('id', 30), whole)])).toEqual([35, 0]);
  });

  it('[I1] an empty file may be about to be written: it waits the long time', async () => {
    expect(await rest({ ...file('id', 100), size: 0 }, { looksComplete: async () => true })).toBe(205);
  });

  it('[I20] a file that is not whole waits as long as a program has it open for writing', async () => {
    const open = { isBeingWritten: async () => true };
    expect(await rest(file('id', 60_000), open)).toBe(1_000);
    expect(await rest(file('id', 60_000), { ...open, looksComplete: async () => true })).toBe(0);
  });

  it('[I20] where a file has its times from another clock, only what was seen here counts', async () => {
    expect(await rest(file('id', null))).toBeGreaterThan(20);
    expect(await rest(file('id', null), {}, performance.now() - 301)).toBe(0);
  });
});

it.each([
  ['/inbox/a.png', 'uncategorized'], ['/inbox/p/a.png', 'p'], ['/inbox/p/q/r/a.png', 'p'], ['/inbox/日本 🎨/a.png', '日本 🎨'], ['/inbox/..p/a.png', '..p'],
])('[I2] the project of %s is %s', (path, project) => {
  expect(projectOf('/inbox', path)).toBe(project);
});

it('[U9] a file that an undo is putting back is left alone until that is over, and then is the one that was undone', async () => {
  beingPut.add('/inbox/a.png');
  const intake = intakeOver({});
  intake.consider('/inbox/a.png', 'watch_mode');
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(events).toEqual([]);
  entries.set('/inbox/a.png', {
    file_path: '/inbox/a.png', story_id: 's', sequence: 1, state: 'set_aside', step: 'detected', project: '', file_size: 1,
    content_hash: hashOf('a'), reason: 'undone', message: '', destination: null, operation: null, since: new Date(0).toISOString(),
  });
  beingPut.clear();
  await intake.settled();
  expect(events).toEqual([]);
});
