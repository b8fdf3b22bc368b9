import { describe, expect, it } from 'vitest';
import { Notifications } from './notifications';
import { wantsQuiet } from './notifications-quiet';
import { RunFollower, type RunOver } from './notifications-run';
import { type Notice, noticeOf } from './notifications-words';

const all = { finished: true, set_aside: true, trouble: true };
const run = (filed: number, set_aside = 0, duplicates = 0): RunOver => ({ filed, set_aside, duplicates, newest: null });

function world() {
  const state = { now: 1_000_000, looking: false, quiet: false, wanted: all };
  const shown: Notice[] = [];
  const notifications = new Notifications({
    show: (notice) => shown.push(notice),
    wanted: () => state.wanted,
    looking: () => state.looking,
    quiet: async () => state.quiet,
    now: () => state.now,
  });
  return { state, shown, notifications };
}

describe('[D107] notifications', () => {
  it('[D107] a run that is over while nobody looks is told', async () => {
    const { shown, notifications } = world();
    notifications.runOver(run(128, 2));
    await notifications.look();
    expect(shown.map(({ title, place }) => [title, place])).toEqual([['128 files filed, 2 set aside', 'inbox']]);
    await notifications.look();
    expect(shown).toHaveLength(1);
  });

  it('[D108] one picture leads to itself, several to the library, and what was set aside to the inbox', async () => {
    const leads = async (...runs: readonly RunOver[]) => {
      const { shown, notifications } = world();
      for (const one of runs) notifications.runOver(one);
      await notifications.look();
      return shown.map(({ place, picture }) => [place, picture]);
    };
    const one = { ...run(1), newest: 'abc' };
    expect(await leads(one)).toEqual([['library', 'abc']]);
    expect(await leads(one, one)).toEqual([['library', null]]);
    expect(await leads({ ...run(1, 1), newest: 'abc' })).toEqual([['inbox', null]]);
    const runs = new RunFollower();
    runs.hear({ event_type: 'asset.organized', correlation_id: 'a', subject: 'abc' }, 0);
    expect(runs.look({ waiting: 0, working: 0 }, 5_000)).toMatchObject({ filed: 1, newest: 'abc' });
  });

  it('[D107] nothing is told while somebody looks at the window, nor afterwards', async () => {
    const { state, shown, notifications } = world();
    state.looking = true;
    notifications.runOver(run(3));
    notifications.troubled('The disk is full.');
    await notifications.look();
    state.looking = false;
    await notifications.look();
    expect(shown).toEqual([]);
  });

  it('[D107] at most one a minute: what happens meanwhile comes together in the next', async () => {
    const { state, shown, notifications } = world();
    for (let second = 0; second < 61; second += 1) {
      notifications.runOver(run(2, 1));
      await notifications.look();
      state.now += 1_000;
    }
    expect(shown.map(({ title }) => title)).toEqual(['2 files filed, 1 set aside', '120 files filed, 60 set aside']);
  });

  it('[D107] while the system wants quiet it waits, and tells the sum when that is over', async () => {
    const { state, shown, notifications } = world();
    state.quiet = true;
    notifications.runOver(run(1));
    await notifications.look();
    notifications.runOver(run(4));
    await notifications.look();
    expect(shown).toEqual([]);
    state.quiet = false;
    await notifications.look();
    expect(shown.map(({ title }) => title)).toEqual(['5 files filed']);
  });

  it('[D107] a trouble that is over before it could be told is not told', async () => {
    const { shown, notifications } = world();
    notifications.troubled('The disk is full.');
    notifications.troubled(null);
    await notifications.look();
    expect(shown).toEqual([]);
  });

  it.each([
    ['gdbus', '(<true>,)\n', true],
    ['gdbus', '(<false>,)\n', false],
    ['gsettings', 'false\n', true],
    ['gsettings', 'true\n', false],
    ['neither', '', false],
  ])('[D107] a desktop whose %s says %j wants quiet: %s', async (program, answer, quiet) => {
    expect(await wantsQuiet('linux', async (asked) => (asked === program ? answer : null))).toBe(quiet);
    expect(await wantsQuiet('darwin', async () => answer)).toBe(false);
  });
});

describe('[D108] what a notification says', () => {
  it.each([
    [run(1), all, '1 file filed', 'library'],
    [run(1_200, 0, 3), all, '1,200 files filed, 3 duplicates linked', 'library'],
    [run(0, 1), all, '1 file set aside', 'inbox'],
    [run(5, 2), { ...all, set_aside: false }, '5 files filed, 2 set aside', 'inbox'],
    [run(5, 2), { ...all, finished: false }, '2 files set aside', 'inbox'],
  ])('[D108] of %j, with %j wanted: %s, which leads to %s', (over, wanted, title, place) => {
    expect(noticeOf({ run: over, trouble: null }, wanted)).toMatchObject({ title, place });
  });

  it('[D108] each kind can be switched off', () => {
    const none = { finished: false, set_aside: false, trouble: false };
    expect(noticeOf({ run: run(5, 2), trouble: 'The disk is full.' }, none)).toBeNull();
    expect(noticeOf({ run: run(5), trouble: 'The disk is full.' }, { ...none, finished: true })).toMatchObject({ title: '5 files filed' });
    expect(noticeOf({ run: run(5), trouble: 'The disk is full.' }, { ...none, trouble: true })).toEqual({
      title: 'Alice is paused', body: 'The disk is full.', place: 'care', picture: null,
    });
  });

  it('[D108] text from files is only text: no markup, no codes, and not without end', () => {
    const notice = noticeOf({ run: null, trouble: `The folder <b>A&B</b>\u202e\u001b[2J is gone. ${'x'.repeat(1_000)}` }, all);
    expect(notice?.body).toMatch(/^The folder ‹b›A＆B‹\/b›\\u202e\\u001b\[2J is gone\. x+$/);
    expect(notice?.body.length).toBe(300);
  });
});

describe('[D109] a run', () => {
  const hear = (runs: RunFollower, type: string, now: number, story = 's') => {
    runs.hear({ event_type: type, correlation_id: story } as Parameters<RunFollower['hear']>[0], now);
  };

  it('[D109] goes on until nothing has been left for a moment, and is told once with what came of it', () => {
    const runs = new RunFollower();
    for (const [type, at] of [['asset.detected', 0], ['asset.organized', 100], ['asset.set_aside', 200], ['asset.duplicated', 300], ['quality.assessed', 400]] as const) {
      hear(runs, type, at);
    }
    expect(runs.look({ waiting: 0, working: 1 }, 9_000)).toBeNull();
    expect(runs.look({ waiting: 0, working: 0 }, 1_000)).toBeNull();
    expect(runs.look({ waiting: 0, working: 0 }, 2_000)).toEqual(run(1, 1, 1));
    expect(runs.look({ waiting: 0, working: 0 }, 3_000)).toBeNull();
  });

  it('[D109] is over although a file goes on growing, once nothing else has happened for a minute', () => {
    const runs = new RunFollower();
    hear(runs, 'asset.organized', 0);
    expect(runs.look({ waiting: 1, working: 0 }, 59_000)).toBeNull();
    expect(runs.look({ waiting: 1, working: 0 }, 60_000)).toEqual(run(1));
  });

  it('[D109] in which nothing came of anything is not told, and what is undone and filed again is none', () => {
    const runs = new RunFollower();
    hear(runs, 'asset.detected', 0);
    expect(runs.look({ waiting: 0, working: 0 }, 5_000)).toBeNull();
    hear(runs, 'undo.requested', 6_000, 'undo');
    hear(runs, 'asset.organized', 6_000, 'undo');
    expect(runs.run).toBeNull();
  });
});
