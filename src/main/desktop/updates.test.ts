import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { tempFolder } from '../testing/temp-folder';
import { place } from '../testing/test-hub';
import { Updates, type UpdateSettings, versionThatRanLast } from './updates';
import { ListTrouble } from './updates-fetch';
import { UpdatesMemory } from './updates-memory';

const address = 'https://alice.example/releases.json';
const minute = 60_000;
const day = 24 * 60 * minute;
const release = (version: string, channel = 'stable') =>
  ({ version, channel, date: '2026-11-22', notes: `- ${version}`, page: `https://alice.example/${version}` });

interface Given {
  readonly folder: string;
  /** What is answered, one after the other; the last one again and again. */
  readonly lists: readonly unknown[];
  readonly current: string;
  readonly idle: () => boolean;
  /** Whether there is one to tell something in. */
  readonly window: boolean;
}

/** Alice 0.3.0 with a clock of the test's own. */
function alice(given: Partial<Given> = {}) {
  const { folder = tempFolder(), lists = [[release('0.4.0')]], current = '0.3.0', idle = () => true, window = true } = given;
  vi.useFakeTimers({ now: new Date('2026-11-22T12:00:00Z') });
  onTestFinished(() => { vi.useRealTimers(); });
  const settings: { -readonly [Key in keyof UpdateSettings]: UpdateSettings[Key] } = { look_for_updates: 'daily', release_channel: 'stable', release_list: address };
  const asked: string[] = [];
  const told: string[] = [];
  const bugs: unknown[] = [];
  const answers = [...lists];
  const updates = new Updates({
    current,
    settings: () => settings,
    memory: new UpdatesMemory(folder),
    fetchList: async (from) => {
      asked.push(from);
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      if (answer instanceof Error) throw answer;
      return typeof answer === 'string' ? answer : JSON.stringify({ alice_releases: 1, releases: answer });
    },
    idle,
    changed: () => undefined,
    tell: ({ version }) => {
      if (window) told.push(version);
      return window;
    },
    reportBug: (bug) => bugs.push(bug),
  });
  onTestFinished(() => { updates.close(); });
  return { updates, settings, asked, told, bugs, folder };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

it('[D275] nobody is asked for anything while it is switched off, has no address, or was not begun', async () => {
  const { updates, settings, asked } = alice();
  await pass(2 * day);
  settings.look_for_updates = 'never';
  updates.begin();
  await pass(2 * day);
  Object.assign(settings, { look_for_updates: 'daily', release_list: '' });
  updates.follow();
  await pass(2 * day);
  expect(asked).toEqual([]);
  const problem = 'There is no address of a release list to look at. Enter one below.';
  expect(updates.state).toEqual({ current: '0.3.0', looking: false, looked_at: null, problem, found: null });
  settings.look_for_updates = 'never';
  expect(updates.state.problem).toBeNull();
});

it('[D275] it looks half a minute after the start, once a day, and goes on from there at the next start', async () => {
  const first = alice();
  first.updates.begin();
  await pass(29_000);
  expect(first.asked).toEqual([]);
  await pass(2_000);
  expect(first.asked).toEqual([address]);
  await pass(day - minute);
  expect(first.asked).toHaveLength(1);
  await pass(2 * minute);
  expect(first.asked).toHaveLength(2);
  first.updates.close();
  await pass(2 * day);
  expect(first.asked).toHaveLength(2);

  const second = alice({ folder: first.folder });
  vi.setSystemTime(new Date('2026-11-23T20:00:00Z'));
  second.updates.begin();
  await pass(10 * minute);
  expect(second.asked).toEqual([]);
  expect(second.updates.state).toMatchObject({ looked_at: '2026-11-23T12:00:30.000Z', found: { version: '0.4.0' } });
  await pass(day);
  expect(second.asked).toHaveLength(1);
});

it('[D275] it waits until nobody is at work, but not for ever', async () => {
  const busy = { now: true };
  const { updates, asked } = alice({ idle: () => !busy.now });
  updates.begin();
  await pass(3 * minute);
  expect(asked).toEqual([]);
  busy.now = false;
  await pass(30_000);
  expect(asked).toHaveLength(1);
  busy.now = true;
  await pass(day + 5 * minute);
  expect(asked).toHaveLength(1);
  await pass(6 * minute);
  expect(asked).toHaveLength(2);
});

it('[D275] switched on, it looks soon; a clock that was wrong keeps nobody waiting', async () => {
  const folder = tempFolder();
  writeFileSync(join(folder, 'updates.json'), JSON.stringify({ address, tried_at: '2099-01-01T00:00:00.000Z', looked_at: '2099-01-01T00:00:00.000Z' }));
  const { updates, settings, asked } = alice({ folder });
  settings.look_for_updates = 'never';
  updates.begin();
  await pass(10 * minute);
  settings.look_for_updates = 'daily';
  updates.follow();
  await pass(6_000);
  expect(asked).toEqual([address]);
});

it('[D275] what fails is a sentence that names the list, the reason and the way out; it is no message, and tried again in an hour', async () => {
  const { updates, asked, told } = alice({ lists: [new ListTrouble('the server answered 404'), '{"cut', [release('0.4.0')]] });
  updates.begin();
  await pass(minute);
  const sentence = (why: string) => `The release list of alice.example could not be read: ${why}. Look at its address below, or try again later.`;
  expect(updates.state).toMatchObject({ problem: sentence('the server answered 404'), looked_at: null, found: null });
  await pass(30 * minute);
  expect(asked).toHaveLength(1);
  await pass(31 * minute);
  expect(updates.state.problem).toBe(sentence('what lies there is no release list'));
  expect(told).toEqual([]);
  await pass(61 * minute);
  expect(updates.state).toMatchObject({ problem: null, found: { version: '0.4.0', host: 'alice.example' } });
  expect(told).toEqual(['0.4.0']);
});

it('[D275] a bug in it is reported, and costs nothing else', async () => {
  const { updates, bugs } = alice({ lists: [new Error('a bug')] });
  updates.begin();
  await pass(minute);
  expect(bugs).toEqual([{ where: 'looking for updates', error: new Error('a bug') }]);
  expect(updates.state.looking).toBe(false);
});

it('[D275] asked for, it looks at once, also where it does not look by itself, and one look answers all who ask', async () => {
  const { updates, settings, asked, told } = alice();
  settings.look_for_updates = 'never';
  const both = [updates.check(), updates.check()];
  expect(updates.state.looking).toBe(true);
  expect((await Promise.all(both)).map(({ found }) => found?.version)).toEqual(['0.4.0', '0.4.0']);
  expect([asked, told]).toEqual([[address], []]);
  settings.release_list = '';
  expect((await updates.check()).problem).toBe('There is no address of a release list to look at. Enter one below.');
  expect(updates.state.found).toBeNull();
  expect(asked).toHaveLength(1);
});

it('[D277] a newer version is told of once, and a later one again; where there was no window, by the next that opens', async () => {
  const { updates, told, folder } = alice({ lists: [[release('0.4.0')], [release('0.4.0')], [release('0.5.0'), release('0.4.0')]] });
  updates.begin();
  await pass(minute + 2 * day);
  expect(told).toEqual(['0.4.0', '0.5.0']);
  expect(updates.takeNews().found).toBeNull();
  updates.close();

  const alone = alice({ folder, lists: [[release('0.6.0')]], window: false });
  vi.setSystemTime(new Date('2026-12-24T12:00:00Z'));
  alone.updates.begin();
  await pass(minute);
  expect(alone.updates.takeNews().found?.version).toBe('0.6.0');
  expect(alone.updates.takeNews().found).toBeNull();
});

it('[D277] a skipped version is offered no more, a later one is; the channel and another address hold at once', async () => {
  const { updates, settings, folder } = alice({ lists: [[release('0.4.0'), release('0.5.0-beta.1', 'beta')]] });
  await updates.check();
  expect(updates.skip('9.9.9').found?.version).toBe('0.4.0');
  expect(updates.skip('0.4.0').found).toBeNull();
  settings.release_channel = 'beta';
  expect(updates.state.found).toEqual({ version: '0.5.0-beta.1', channel: 'beta', date: '2026-11-22', notes: '- 0.5.0-beta.1', host: 'alice.example' });
  expect([updates.pageOf('0.5.0-beta.1'), updates.pageOf('0.4.0'), updates.pageOf('__proto__')]).toEqual(['https://alice.example/0.5.0-beta.1', null, null]);
  settings.release_list = 'https://other.example/r.json';
  expect(updates.state).toMatchObject({ found: null, looked_at: null });
  expect(JSON.parse(readFileSync(join(folder, 'updates.json'), 'utf8'))).toMatchObject({ skipped: '0.4.0' });
});

it('[D277] what is remembered and does not fit is forgotten, and the rest is known', () => {
  const folder = tempFolder();
  const odd = { ...release('0.5.0'), page: 'javascript:alert(1)' };
  writeFileSync(join(folder, 'updates.json'), JSON.stringify({ address, looked_at: 'soon', skipped: '0.4.0', releases: [odd], moon: 1 }));
  expect(new UpdatesMemory(folder).now).toEqual({ address, tried_at: null, looked_at: null, releases: [], skipped: '0.4.0', told: null, welcomed: null });
});

it('[D274] that another version runs is told once, after an update alone', () => {
  const news = (ranBefore: string | null, folder = tempFolder()) => {
    const { updates } = alice({ folder, current: '0.4.0' });
    updates.ranBefore(ranBefore);
    // The library is opened anew while Alice runs.
    updates.ranBefore('0.4.0');
    return [updates.takeNews().updated_to, updates.takeNews().updated_to];
  };
  expect([news('0.3.0'), news('0.4.0-beta.1')]).toEqual([['0.4.0', null], ['0.4.0', null]]);
  // The first start, the same version, and the way back to an earlier one.
  expect([news(null), news('0.4.0'), news('0.5.0'), news('unknown')]).toEqual([[null, null], [null, null], [null, null], [null, null]]);
  const folder = tempFolder();
  // The library may be away at the start after an update, so that its log does not know of it yet.
  expect([news('0.3.0', folder), news('0.3.0', folder)]).toEqual([['0.4.0', null], [null, null]]);
});

it('[D274] the log tells which version ran last, and of the first start none', async () => {
  const library = place();
  const fresh = library.open({ version: '0.4.0' });
  expect(versionThatRanLast(fresh)).toBeNull();
  await fresh.close('closed');
  await library.run({ version: '0.3.0' });
  expect(versionThatRanLast(library.open({ version: '0.4.0' }))).toBe('0.3.0');
});

it('[D283] what cannot be read of what was remembered keeps Alice from nothing: for this run it is remembered anew', () => {
  const folder = tempFolder();
  mkdirSync(join(folder, 'updates.json'));
  const memory = new UpdatesMemory(folder);
  memory.keep({ skipped: '0.4.0' });
  expect(memory.now).toMatchObject({ address: '', releases: [], skipped: '0.4.0' });
});

it('[D275] who asks at another address while the one before is being asked gets what stands there', async () => {
  const { updates, settings, asked } = alice({ lists: [[], [release('0.4.0')]] });
  settings.look_for_updates = 'never';
  const before = updates.check();
  settings.release_list = 'https://other.example/releases.json';
  const state = await updates.check();
  await before;
  expect([asked, state.found?.version]).toEqual([[address, settings.release_list], '0.4.0']);
});
