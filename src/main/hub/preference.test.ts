import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Hub } from '../hub';
import { writeMovie } from '../services/assets/testing/write-movie';
import { place } from '../testing/test-hub';
import { drop, ratedPng } from '../testing/tiny-pictures';
import { ComparisonError } from './preference';

async function libraryOf(count: number) {
  const here = place();
  for (let i = 0; i < count; i += 1) drop(join(here.inbox, i % 2 === 0 ? 'even' : 'odd', `${i}.png`), ratedPng(i, 80));
  const hub = here.open();
  await hub.start({ watch: false });
  await hub.settled();
  return { here, hub };
}

const eloOf = (hub: Hub, hash: string) => hub.pictures.cards([hub.pictures.idOf(hash)!])[0]?.elo;

describe('[R38] choosing between two', () => {
  it('[R38] leads through all that are wanted, and ranks them', async () => {
    const { hub, here } = await libraryOf(5);
    let next = await hub.nextPair({}, []);
    expect(next).toMatchObject({ done: 0, enough: 18 });
    const [best] = next.pair!;
    for (let round = 0; round < 18; round += 1) {
      const [left, right] = next.pair!;
      const winner_hash = left === best || (right !== best && left < right) ? left : right;
      await hub.compare({ winner_hash, loser_hash: winner_hash === left ? right : left, draw: false, blind: true });
      next = await hub.nextPair({}, [left, right]);
      expect(new Set([...next.pair!, left, right]).size).toBeGreaterThan(2);
    }
    const { ranking, done } = next;
    expect(done).toBe(18);
    expect(ranking).toHaveLength(5);
    expect(ranking[0]?.content_hash).toBe(best);
    expect(ranking.map(({ elo }) => elo)).toEqual(ranking.map(({ elo }) => elo).toSorted((a, b) => b - a));
    expect(eloOf(hub, best)).toBe(ranking[0]?.elo);
    expect(hub.log.find({ types: ['rating.compared'], limit: 100 })).toHaveLength(18);
    expect(here.bugs).toEqual([]);
  });

  it('[R38] asks only about pictures that are wanted and there, and counts only comparisons among them', async () => {
    const { hub } = await libraryOf(6);
    const even = (await hub.nextPair({ project: ['even'] }, [])).pair!;
    const odd = (await hub.nextPair({ project: ['odd'] }, [])).pair!;
    for (const hash of even) expect(hub.library.asset(hash)?.project).toBe('even');
    await hub.compare({ winner_hash: even[0], loser_hash: odd[0], draw: false, blind: false });
    expect(await hub.nextPair({ project: ['even'] }, [])).toMatchObject({ done: 0, ranking: [{ content_hash: even[0], elo: 1516, comparisons: 1 }] });
    expect(await hub.nextPair({}, [])).toMatchObject({ done: 1 });
    expect(await hub.nextPair({ media: ['video'] }, [])).toEqual({ pair: null, ranking: [], done: 0, enough: 0 });
    expect((await hub.nextPair({ state: ['missing'] }, [])).pair).toBeNull();
    rmSync(hub.library.asset(even[0])!.path!);
    await hub.lookAgain(even[0]);
    expect((await hub.nextPair({ project: ['even'] }, [])).enough).toBe(3);
  });

  it('[R38] what cannot be compared is refused in a sentence, and nothing is noted', async () => {
    const { hub, here } = await libraryOf(2);
    drop(join(here.inbox, 'clip.mp4'), writeMovie({ mediaBytes: 64 }));
    await hub.resume();
    await hub.settled();
    const [one, other] = (await hub.nextPair({}, [])).pair!;
    const [video] = hub.pictures.hashes({ media: ['video'] });
    const after = hub.log.lastSequence;
    const wrong = [[one, one, /itself/], [one, 'f'.repeat(64), /not in the library/], [video!, other, /is a video/]] as const;
    for (const [winner_hash, loser_hash, words] of wrong) {
      const refused = hub.compare({ winner_hash, loser_hash, draw: false, blind: true });
      await expect(refused).rejects.toThrow(ComparisonError);
      await expect(refused).rejects.toThrow(words);
    }
    expect(hub.log.lastSequence).toBe(after);
  });
});
