import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findEvents } from '../hub/find-events';
import { EventSearch, openMemorySearch } from '../projections/event-search';
import { eventFrom, wholeStory } from '../testing/sample-events';
import { tempFolder } from '../testing/temp-folder';
import { logIn } from '../testing/test-log';
import { exportEvents } from './export-events';

/** A log of some pages, and what the timeline asks of it. */
async function open() {
  const folder = tempFolder();
  const { log } = logIn(folder);
  const drafts = Array.from({ length: 500 }, (_, i) => wholeStory(`${i % 50 === 0 ? 'lantern' : 'boat'}-${i}.png`)).flat();
  await log.append(drafts.map((draft) => eventFrom(draft, {})));
  const search = new EventSearch(openMemorySearch(), log.reader);
  await search.follow();
  const hub = { log: log.reader, find: (wish: Parameters<typeof findEvents>[2]) => findEvents(log.reader, search, wish) };
  const lines = (file: string) => readFileSync(join(folder, file), 'utf8').split('\n').slice(0, -1).map((line): unknown => JSON.parse(line));
  return { folder, log, hub, lines };
}

it('[D220] every event that passes the filter stands in the file, the oldest first, also those of many pages', async () => {
  const { folder, log, hub, lines } = await open();
  const file = join(folder, 'all.ndjson');
  expect(await exportEvents(hub, {}, file)).toBe(log.reader.lastSequence);
  expect(log.reader.lastSequence).toBeGreaterThan(1_500);
  expect(lines('all.ndjson')).toEqual(log.reader.after(0, 10_000));
  const filed = await exportEvents(hub, { types: ['asset.organized'], words: 'lantern' }, file);
  expect(filed).toBe(10);
  expect(lines('all.ndjson')).toHaveLength(10);
});

it('[V154] events that say certain words stand in the file all of them, also those that the word index has not taken in yet', async () => {
  const { folder, log, hub } = await open();
  const behind = new EventSearch(openMemorySearch(), log.reader);
  const find = (wish: Parameters<typeof findEvents>[2]) => findEvents(log.reader, behind, wish);
  expect(await exportEvents({ ...hub, find }, { types: ['asset.organized'], words: 'lantern' }, join(folder, 'some.ndjson'))).toBe(10);
});

it('[D220] what cannot be written leaves nothing behind, and a file that was there stays', async () => {
  const { folder, hub, lines } = await open();
  await expect(exportEvents(hub, {}, join(folder, 'nowhere', 'all.ndjson'))).rejects.toThrow('ENOENT');
  const file = join(folder, 'all.ndjson');
  await exportEvents(hub, { types: ['asset.organized'] }, file);
  const before = lines('all.ndjson').length;
  const broken = { ...hub, find: () => { throw new Error('The log cannot be read.'); } };
  await expect(exportEvents(broken, {}, file)).rejects.toThrow('The log cannot be read.');
  expect(lines('all.ndjson')).toHaveLength(before);
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  expect(existsSync(join(folder, 'nowhere'))).toBe(false);
});
