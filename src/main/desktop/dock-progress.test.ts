import { describe, expect, it } from 'vitest';
import { DockProgress, noProgress, type Progress, progressOf, underWay } from './dock-progress';
import type { Run } from './notifications-run';

const fine = { watching: 'on', paused: null, trouble: null } as const;
const run = (done: number, open: number): Run => ({ filed: done, duplicates: 0, set_aside: 0, open, began: 0, stirred: 0 });

describe('[D109] progress in dock and taskbar', () => {
  it('[D109] is the share of a run that is done, whatever came of it', () => {
    expect(progressOf({ filed: 1, duplicates: 1, set_aside: 1, open: 3, began: 0, stirred: 0 }, fine, 5_000)).toEqual({ value: 0.5, mode: 'normal' });
    expect(progressOf(run(0, 3), fine, 5_000)).toEqual({ value: 0, mode: 'normal' });
  });

  it('[D109] ends when nothing is left, and does not begin for what is over at once', () => {
    expect(progressOf(run(6, 0), fine, 5_000)).toEqual(noProgress);
    expect(progressOf(null, fine, 5_000)).toEqual(noProgress);
    expect(progressOf(run(1, 5), fine, 900)).toEqual(noProgress);
  });

  it('[D109] says that it is paused, or that something is wrong', () => {
    expect(progressOf(run(1, 1), { ...fine, watching: 'paused' }, 5_000).mode).toBe('paused');
    expect(progressOf(run(1, 1), { ...fine, paused: 'The disk is full.' }, 5_000).mode).toBe('error');
    expect(progressOf(run(1, 1), { ...fine, watching: 'off', trouble: 'The folder is gone.' }, 5_000).mode).toBe('error');
  });

  it('[D218] shows work of which nobody knows how far it is, and how far a library is prepared', () => {
    expect(progressOf(null, { ...fine, away: true }, 5_000)).toEqual(underWay);
    expect(progressOf(null, { ...fine, preparing: { done: 0, total: 0 } }, 5_000)).toEqual(underWay);
    expect(progressOf(null, { ...fine, preparing: { done: 250, total: 1_000 } }, 5_000)).toEqual({ value: 0.25, mode: 'normal' });
    expect(progressOf(null, { ...fine, preparing: null, away: false }, 5_000)).toEqual(noProgress);
  });

  it('[D109] is told in a hundred steps at most, and a new window is told again', () => {
    const told: Progress[] = [];
    const badges: number[] = [];
    const dock = new DockProgress((progress) => told.push(progress), (count) => badges.push(count));
    for (let done = 0; done < 10_000; done += 1) dock.tell(progressOf(run(done, 10_000 - done), fine, 5_000), done < 5_000 ? 0 : 2);
    expect(told.length).toBeLessThanOrEqual(101);
    expect(badges).toEqual([2]);
    const before = told.length;
    dock.again();
    expect(told).toHaveLength(before + 1);
    dock.tell(noProgress, 0);
    dock.again();
    expect(told.at(-1)).toEqual(noProgress);
    expect(told).toHaveLength(before + 2);
    expect(badges).toEqual([2, 0]);
  });
});
