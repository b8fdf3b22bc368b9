import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { MediaJobError } from '../adapters/media/media-pool';
import type { BugReport } from '../kernel/report-bug';
import { Fingerprints } from '../projections/fingerprints';
import { openMemoryProjections } from '../projections/open-projections';
import { StackPictures } from '../projections/stacks-pictures';
import { filePictures } from '../testing/filed-pictures';
import { Looking, type LookingParts } from './stacks-looking';

function libraryOf(count: number) {
  const database = openMemoryProjections();
  filePictures(database, count);
  return { pictures: new StackPictures(database), fingerprints: new Fingerprints(database) };
}

/** Somebody who looks at pictures, and how many of them were looked at together at most. */
function looker(answer: (path: string) => Promise<{ phash: string | null } | null>) {
  const seen: string[] = [];
  let [open, most] = [0, 0];
  const fingerprintOf: LookingParts['fingerprintOf'] = async (path) => {
    seen.push(path);
    most = Math.max(most, ++open);
    await delay(1);
    return answer(path).finally(() => { open -= 1; });
  };
  return { fingerprintOf, seen, most: () => most };
}

const bugs: BugReport[] = [];
const parts = { atOnce: () => 3, reportBug: (bug: BugReport) => bugs.push(bug) };
const shows = () => Promise.resolve({ phash: '00ff00ff00ff00ff' });

async function known(library: ReturnType<typeof libraryOf>): Promise<number> {
  await library.pictures.follow();
  return library.pictures.counts.known;
}

describe('[R35] looking at pictures', () => {
  it('[R35] is done a few at a time, and one at a time while files are being filed', async () => {
    for (const together of [1, 3]) {
      const library = libraryOf(20);
      const { fingerprintOf, seen, most } = looker(shows);
      const looking = new Looking({ ...parts, ...library, fingerprintOf, atOnce: () => together });
      looking.ask();
      looking.ask();
      while ((await known(library)) < 20) await delay(1);
      await looking.end();
      expect(seen).toHaveLength(20);
      expect(most()).toBe(together);
    }
    expect(bugs).toEqual([]);
  });

  it('[R35] stops soon after nobody asks any longer, at once when the hub ends, and goes on when asked again', async () => {
    const library = libraryOf(200);
    const { fingerprintOf, seen } = looker(shows);
    const looking = new Looking({ ...parts, ...library, fingerprintOf, goesOnMs: 10 });
    looking.ask();
    await delay(60);
    const then = seen.length;
    expect(then).toBeGreaterThan(0);
    expect(then).toBeLessThan(200);
    await delay(20);
    expect(seen).toHaveLength(then);
    looking.ask();
    await delay(5);
    await looking.end();
    const end = seen.length;
    expect(end).toBeGreaterThan(then);
    expect(end).toBeLessThan(200);
    looking.ask();
    await delay(20);
    expect(seen).toHaveLength(end);
    expect(bugs).toEqual([]);
  });

  it('[R35] what cannot be read is not waited for and not asked for again; a bug is reported', async () => {
    const library = libraryOf(5);
    const { fingerprintOf, seen } = looker((path) => {
      if (path === '/out/1') return Promise.resolve(null);
      return path === '/out/3' ? Promise.reject(new MediaJobError('refused', 'EACCES')) : shows();
    });
    const looking = new Looking({ ...parts, ...library, fingerprintOf });
    for (let round = 0; round < 3; round += 1) {
      looking.ask();
      while ((await known(library)) < 3) await delay(1);
      await delay(5);
    }
    expect(looking.unreadable).toBe(2);
    expect(seen.toSorted()).toEqual(Array.from({ length: 5 }, (_, i) => `/out/${i}`));
    expect(bugs).toEqual([]);
    const broken = new Looking({ ...parts, ...libraryOf(2), fingerprintOf: () => Promise.reject(new Error('a bug')) });
    broken.ask();
    await delay(10);
    await broken.end();
    expect(bugs.splice(0)).toMatchObject([{ where: 'looking at pictures' }]);
  });
});
