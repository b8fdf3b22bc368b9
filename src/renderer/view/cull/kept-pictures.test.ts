import { describe, expect, it } from 'vitest';
import { keepPictures } from './kept-pictures';

function studio(limits = { most: 4, atOnce: 2 }) {
  const begun: string[] = [];
  const dropped: string[] = [];
  const ends = new Map<string, { come: () => void; fail: () => void }>();
  const kept = keepPictures<string>((hash) => {
    begun.push(hash);
    const ready = new Promise<void>((come, fail) => ends.set(hash, { come, fail: () => { fail(new Error('not a picture')); } }));
    return { picture: `pixels of ${hash}`, ready, drop: () => dropped.push(hash) };
  }, limits);
  const come = async (hash: string) => { ends.get(hash)?.come(); await Promise.resolve(); await Promise.resolve(); };
  const fail = async (hash: string) => { ends.get(hash)?.fail(); await Promise.resolve(); await Promise.resolve(); };
  return { kept, begun, dropped, come, fail };
}

describe('pictures that are ready before they are looked at', () => {
  it('[R65] come in the order in which they will be wanted, a few at once', async () => {
    const { kept, begun, come } = studio();
    kept.want(['a', 'b', 'c']);
    expect(begun).toEqual(['a', 'b']);
    await come('a');
    expect(begun).toEqual(['a', 'b', 'c']);
    expect(kept.of('a')).toEqual({ state: 'ready', picture: 'pixels of a' });
    expect(kept.of('b')).toEqual({ state: 'loading' });
    expect(kept.of('z')).toBeUndefined();
  });

  it('[R65] are let go when they are not wanted any more, and no more are held than may be', async () => {
    const { kept, begun, dropped, come } = studio();
    for (let at = 0; at < 50; at += 1) {
      const wanted = ['', 'x', 'y', 'z', 'more', 'and more'].map((name) => `${at}${name}`);
      kept.want(wanted);
      for (const hash of wanted) await come(hash);
      expect(new Set(begun).size - dropped.length).toBeLessThanOrEqual(4);
    }
    expect(dropped).toContain('0');
    expect(kept.of('0')).toBeUndefined();
  });

  it('[R65] that come late, after they were let go, are not shown, and what is wanted now goes on', async () => {
    const { kept, begun, come } = studio();
    kept.want(['a', 'b', 'c']);
    kept.want(['c', 'd']);
    expect(begun).toEqual(['a', 'b']);
    await come('a');
    await come('b');
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
    expect(kept.of('a')).toBeUndefined();
  });

  it('[R65] tell how long they take, so that one that took very long counts for little', async () => {
    let time = 0;
    const come: (() => void)[] = [];
    const kept = keepPictures<string>(() => ({ picture: '', ready: new Promise<void>((resolve) => { come.push(resolve); }), drop: () => undefined }), { most: 9, atOnce: 1 }, () => time);
    expect(kept.pace()).toBeNull();
    kept.want(['a', 'b', 'c', 'd', 'e', 'f']);
    for (const took of [900, 100, 300, 20, 80, 110]) {
      time += took;
      come.shift()?.();
      await Promise.resolve();
      await Promise.resolve();
    }
    expect(kept.pace()).toBe(100);
  });

  it('[R65] that cannot be drawn are said to be so, once, to whoever listens', async () => {
    const { kept, fail } = studio();
    let told = 0;
    const leave = kept.subscribe(() => { told += 1; });
    kept.want(['a']);
    await fail('a');
    expect(kept.of('a')).toEqual({ state: 'broken' });
    leave();
    kept.want(['b']);
    await fail('b');
    expect(told).toBe(1);
  });
});
