import { expect, it } from 'vitest';
import { latestRelease, pageProblem, readReleaseList, type Release } from './release-list';

const release = (version: string, more: object = {}) =>
  ({ version, channel: 'stable', date: '2026-11-22', notes: '- It is new.', page: `https://alice.example/${version}`, ...more }) as Release;
const listOf = (...releases: readonly unknown[]) => JSON.stringify({ alice_releases: 1, releases });
const read = (text: string) => {
  const list = readReleaseList(text);
  if ('problem' in list) throw new Error(list.problem);
  return list;
};

it('[D276] a release list is read; what is more in it than Alice knows stands in nobody’s way', () => {
  const list = JSON.stringify({ alice_releases: 1, made_by: 'a later tool', releases: [{ ...release('0.5.0'), size: 9 }] });
  expect(read(list)).toEqual({ releases: [release('0.5.0')], left_out: 0 });
  expect(read(listOf())).toEqual({ releases: [], left_out: 0 });
});

it('[D276] entries that do not fit are passed over, and the others are taken', () => {
  const odd = [
    null, [], 'text', release('v1.0.0'), release('__proto__'), release('1.0.0', { channel: 'nightly' }), release('1.0.0', { date: 'soon' }), release('1.0.0', { date: '2026-02-31' }),
    release('1.0.0', { notes: 'n'.repeat(20_001) }), release('1.0.0', { notes: ['x'] }), release('1.0.0', { page: 'http://alice.example/' }),
    release('1.0.0', { page: 'javascript:alert(1)' }), release('1.0.0', { page: 'file:///etc/passwd' }), release('1.0.0', { page: 'https://me:secret@alice.example/' }),
  ];
  expect(read(listOf(...odd, release('0.5.0')))).toEqual({ releases: [release('0.5.0')], left_out: odd.length });
  expect(readReleaseList(listOf(...odd))).toEqual({ problem: 'nothing in it is written as Alice reads it' });
});

it('[D276] names of an object’s prototype change nothing', () => {
  const named = `{"alice_releases":1,"__proto__":{"releases":[]},"constructor":1,"releases":[{"__proto__":{"channel":"stable"},"version":"9.9.9"},${JSON.stringify(release('0.5.0'))}]}`;
  const { releases, left_out } = read(named);
  expect([releases, left_out]).toEqual([[release('0.5.0')], 1]);
  expect(Object.getPrototypeOf(releases[0])).toBe(Object.prototype);
  expect(Reflect.get({}, 'channel')).toBeUndefined();
});

it('[D276] what is no release list is told, cut, nested, of another kind or of a later format', () => {
  const whole = listOf(release('0.5.0'));
  const nested = `{"alice_releases":1,"releases":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
  const none = { problem: 'what lies there is no release list' };
  for (const text of ['', 'no', 'null', '[]', '{}', whole.slice(0, -3), whole.replace('1', '"1"'), `${whole}x`, JSON.stringify({ alice_releases: 1, releases: Array(501).fill(1) })]) {
    expect([text.slice(0, 40), readReleaseList(text)]).toEqual([text.slice(0, 40), none]);
  }
  expect(readReleaseList(nested)).toEqual({ problem: 'nothing in it is written as Alice reads it' });
  expect(readReleaseList(JSON.stringify({ alice_releases: 2, releases: [] }))).toEqual({ problem: 'it was written for a newer Alice' });
});

it('[D276] notes keep their lines and lose signs that nobody sees', () => {
  expect(read(listOf(release('0.5.0', { notes: 'a\u202eb\u0007\n\tc 🙂' }))).releases[0]?.notes).toBe('ab\n\tc 🙂');
});

it('[D277] the latest of the channel is offered, none that runs or was skipped, and nothing unfinished as stable', () => {
  const all = ['0.4.0', '0.5.0', '0.3.0', '0.10.0-rc.1', '0.2.9'].map((version) => release(version));
  const betas = [release('0.6.0-beta.2', { channel: 'beta' }), release('0.6.0-beta.11', { channel: 'beta' })];
  const latest = (channel: 'stable' | 'beta', current: string, skipped: string | null = null) =>
    latestRelease([...all, ...betas], { channel, current, skipped })?.version ?? null;
  expect([latest('stable', '0.3.0'), latest('stable', '0.5.0'), latest('stable', '9.0.0')]).toEqual(['0.5.0', null, null]);
  expect([latest('beta', '0.3.0'), latest('beta', '0.10.0-rc.1'), latest('stable', '0.5.0-beta.1')]).toEqual(['0.10.0-rc.1', null, '0.5.0']);
  expect([latest('stable', '0.3.0', '0.5.0'), latest('stable', '0.3.0', '0.4.0'), latest('stable', '0.3.0', '0.1.0')]).toEqual([null, '0.5.0', '0.5.0']);
  expect(latestRelease(betas, { channel: 'beta', current: '0.3.0', skipped: null })?.version).toBe('0.6.0-beta.11');
  expect(latestRelease(all, { channel: 'stable', current: 'unknown', skipped: null })).toBeNull();
});

it('[D277] only pages by https, without a name or password in them, are opened', () => {
  const wrong = ['', 'alice.example', 'http://alice.example/', 'javascript:alert(1)', 'file:///etc/passwd', 'alice://asset/1', 'https://a:b@alice.example/', 'https://a@alice.example/',
    'smb://alice.example/', 'https://', 'data:text/html,x'];
  expect(wrong.filter((address) => pageProblem(address) === null)).toEqual([]);
  expect(pageProblem('https://alice.example/0.5.0?a=b#c')).toBeNull();
});
