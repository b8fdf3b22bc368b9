import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { assetDetected } from '@shared/events/asset-events';
import { expect, it } from 'vitest';
import { Lifetime } from '../kernel/lifetime';
import { EventLog } from '../log/event-log';
import { EventSearch } from '../projections/event-search';
import { LibraryProjection } from '../projections/library-projection';
import { LibraryQueries } from '../projections/library-queries';
import { eventFrom } from '../testing/sample-events';
import { tempFolder } from '../testing/temp-folder';
import { findEvents } from './find-events';
import { openStorage } from './storage';

const detected = (name: string) => eventFrom(assetDetected({ file_path: `/inbox/${name}`, file_size: 1, project_name: 'p' }));

it('[V18] projections that know of more than the log are made anew, so that no new event is passed over', async () => {
  const folder = tempFolder();
  const fill = async (names: readonly string[]) => {
    const lifetime = new Lifetime();
    const { log: database, projections } = openStorage(folder, false, lifetime);
    const log = new EventLog(database);
    const projection = new LibraryProjection(projections, log.reader);
    await Promise.all([log.append(names.map(detected)), nextTurn()]);
    projection.catchUp();
    const { waiting } = new LibraryQueries(projections).inboxCounts();
    await lifetime.end();
    return waiting;
  };
  expect(await fill(['a', 'b', 'c'])).toBe(3);
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(folder, `log.sqlite${suffix}`), { force: true });
  expect(existsSync(join(folder, 'library.sqlite'))).toBe(true);
  expect(await fill(['d'])).toBe(1);
});

it('[V19] finds events by the beginnings of their words, also those that are not taken in yet', async () => {
  const lifetime = new Lifetime();
  const { log: database, search: words } = openStorage(tempFolder(), false, lifetime);
  const log = new EventLog(database);
  const search = new EventSearch(words, log.reader);
  await log.append(['Lantern-Harbor/ComfyUI_1.png', 'salt/Cathédrale.png'].map(detected));
  await search.follow();
  await log.append([detected('lantern two.png')]);
  const found = (text: string) => findEvents(log.reader, search, { words: text, limit: 10 }).map(({ sequence }) => sequence);
  expect(found('lantern')).toEqual([3, 1]);
  expect(found('LANT comf')).toEqual([1]);
  expect(found('cathedrale')).toEqual([2]);
  expect(found('antern')).toEqual([]);
  expect(found('asset.detected lantern')).toEqual([3, 1]);
  expect(found('" OR NEAR( *')).toEqual([]);
  await lifetime.end();
});
