import { createReadStream, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { catalog } from '@shared/events/catalog';
import { describeEvent } from '@shared/story/describe-event';
import { expect, it } from 'vitest';
import { LibraryProjection } from '../../projections/library-projection';
import { createProjections } from '../../projections/open-projections';
import { stateHash } from '../../projections/state-hash';
import { tempFolder } from '../../testing/temp-folder';
import { importLog } from '../import-log';
import { LogReader } from '../log-reader';
import { openLogDatabase } from '../open-database';

// One log of each released version, with every event type of its time. They are never changed; the states are of the
// present projection version and are written anew when that is raised.
const versions = readdirSync(import.meta.dirname).flatMap((name) => /^(.+)\.ndjson$/.exec(name)?.[1] ?? []);

async function replayed(version: string) {
  const folder = tempFolder();
  const database = openLogDatabase(folder);
  await importLog(database, createInterface({ input: createReadStream(join(import.meta.dirname, `${version}.ndjson`)) }));
  const reader = new LogReader(database);
  const projections = createProjections(join(folder, 'library.sqlite'));
  new LibraryProjection(projections, reader).catchUp();
  const state = stateHash(projections);
  projections.close();
  const events = reader.after(0, 1_000);
  database.close();
  return { state, events };
}

it.each(versions)('[L26] the log that Alice %s wrote is read, understood and folds to the state of then', async (version) => {
  const { state, events } = await replayed(version);
  const known = new Set<string>(catalog.map(({ type }) => type));
  for (const event of events) {
    expect(known).toContain(event.event_type);
    expect(describeEvent(event).title).not.toBe('');
  }
  const golden = join(import.meta.dirname, `${version}.state`);
  // A new release's state is written once, by whoever adds its log; CI never writes.
  if (!existsSync(golden) && process.env['CI'] === undefined) writeFileSync(golden, `${state}\n`);
  expect(state).toBe(readFileSync(golden, 'utf8').trim());
});

it('[L26] the newest golden log holds every event type of the catalog', async () => {
  const newest = versions.sort().at(-1) ?? '';
  const seen = new Set((await replayed(newest)).events.map(({ event_type }) => event_type));
  expect(catalog.map(({ type }) => type).filter((type) => !seen.has(type))).toEqual([]);
});
