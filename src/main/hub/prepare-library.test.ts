import { assetDiscovered } from '@shared/events/asset-events';
import { expect, it } from 'vitest';
import { LibraryProjection } from '../projections/library-projection';
import { openProjections } from '../projections/open-projections';
import { stateHash } from '../projections/state-hash';
import { eventFrom } from '../testing/sample-events';
import { tempFolder } from '../testing/temp-folder';
import { logIn } from '../testing/test-log';
import { takeLease } from './lease';
import { type Preparing, prepareLibrary } from './prepare-library';

const discovered = (n: number) =>
  eventFrom(assetDiscovered({
    content_hash: n.toString(16).padStart(64, '0'), file_path: `/in/${n}.png`, file_size: n, media_type: 'image', project_name: 'p', discovery_source: 'file_scan',
  }));

async function folderWith(events: number) {
  const data = tempFolder();
  const { log, database } = logIn(data);
  for (let from = 0; from < events; from += 1_000) {
    await log.append(Array.from({ length: Math.min(1_000, events - from) }, (_, i) => discovered(from + i)));
  }
  return { data, log, database };
}

const stateOf = (data: string) => {
  const database = openProjections(data);
  const state = { hash: stateHash(database), assets: database.prepare('SELECT count(*) FROM assets').pluck().get() };
  database.close();
  return state;
};

it('[L70] a library that has to be made anew is brought up to the log in small turns, to the same state', async () => {
  const { data, log } = await folderWith(7_000);
  const told: Preparing[] = [];
  let [longest, last] = [0, performance.now()];
  const ticking = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 1);
  await prepareLibrary(data, (progress) => told.push(progress));
  clearInterval(ticking);
  expect(told.at(-1)).toEqual({ done: 7_000, total: 7_000 });
  expect(told.map(({ done }) => done)).toEqual(Array.from({ length: 35 }, (_, i) => (i + 1) * 200));
  expect(longest).toBeLessThan(1_000);
  const prepared = stateOf(data);
  expect(prepared.assets).toBe(7_000);
  const other = tempFolder();
  const whole = openProjections(other);
  new LibraryProjection(whole, log.reader).catchUp();
  whole.close();
  expect(prepared).toEqual(stateOf(other));
});

it('[L70] stopped halfway, it goes on from there; a few events are left to the opening, and a folder in use is left alone', async () => {
  const { data } = await folderWith(6_000);
  const stop = new AbortController();
  await prepareLibrary(data, ({ done }) => { if (done >= 1_000) stop.abort(); }, stop.signal);
  expect(stateOf(data).assets).toBe(1_000);
  const told: Preparing[] = [];
  const release = takeLease(data);
  await prepareLibrary(data, (progress) => told.push(progress));
  release();
  await prepareLibrary(data, (progress) => told.push(progress));
  // What is left by now is few.
  expect(told).toEqual([]);
  expect(stateOf(data).assets).toBe(1_000);
  await prepareLibrary(tempFolder(), (progress) => told.push(progress));
  expect(told).toEqual([]);
});
