import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { parkDeadLetter } from '../log/checkpoints';
import { logFileName, openLogDatabase } from '../log/open-database';
import { runCli } from '../testing/run-cli';
import { tempFolder } from '../testing/temp-folder';
import { a1111Png, drop, ratedPng } from '../testing/tiny-pictures';

/** A data folder with two pictures organized, and a way to organize more. */
async function filled() {
  const home = tempFolder();
  const data = join(home, 'data');
  const inbox = join(home, 'inbox');
  mkdirSync(inbox);
  const organize = async (name: string, bytes: Uint8Array) => {
    drop(join(inbox, name), bytes);
    await runCli('organize', inbox, '--to', join(home, 'organized'), '--data', data);
  };
  await organize('harbor/boat.png', a1111Png('a red boat', 12345));
  await organize('harbor/rated.png', ratedPng(1));
  const at = (...args: string[]) => runCli(...args, '--data', data);
  return { home, data, organize, at };
}

/** Changes rows behind Alice's back, past the guards. */
function tamper(data: string, sql: string): void {
  const database = new Database(join(data, logFileName));
  database.exec(`DROP TRIGGER events_are_never_changed; DROP TRIGGER events_are_never_deleted; ${sql}`);
  database.close();
}

it.each([
  ["UPDATE events SET data = replace(data, 'harbor', 'harbar') WHERE sequence = 4", 4, /checksum/],
  ['UPDATE events SET time = time + 1 WHERE sequence = 2', 2, /checksum/],
  ['DELETE FROM events WHERE sequence = 3', 3, /Event 3 is missing/],
])('[L20] alice verify names the first damaged row: %s', async (sql, sequence, problem) => {
  const { data, at } = await filled();
  expect(await at('verify')).toMatchObject({ code: 0, stdout: expect.stringMatching(/The log is sound/) });
  tamper(data, sql);
  const found = await at('verify', '--json');
  expect(found.code).toBe(1);
  expect(found.json()).toEqual([{ kind: 'damaged', sequence, problem: expect.stringMatching(problem) }]);
});

it('[L21] a hash chain shows a change that comes with a new checksum', async () => {
  const { data, at, organize } = await filled();
  await at('log', 'chain');
  await organize('harbor/later.png', ratedPng(2));
  expect((await at('verify')).stdout).toMatch(/the hash chain over \d+ of them holds/);
  const last = (await at('events', '--json')).json().length;
  tamper(data, `UPDATE chain SET hash = zeroblob(32) WHERE sequence = ${last - 2}`);
  expect((await at('verify', '--json')).json()).toMatchObject([{ kind: 'damaged', sequence: last - 2 }]);
});

it('[L22] export and import give the same bytes, and the imported log verifies and folds to the same state', async () => {
  const { home, at } = await filled();
  const [first, second, other] = [join(home, 'a.ndjson'), join(home, 'b.ndjson'), join(home, 'imported')];
  await at('log', 'export', first);
  expect(await runCli('log', 'import', first, '--data', other)).toMatchObject({ code: 0 });
  await runCli('log', 'export', second, '--data', other);
  expect(readFileSync(second)).toEqual(readFileSync(first));
  expect(await runCli('verify', '--data', other)).toMatchObject({ code: 0 });
  const [here, there] = [await at('replay', '--rebuild', '--json'), await runCli('replay', '--rebuild', '--json', '--data', other)];
  expect(there.json()[0]?.['state_hash']).toBe(here.json()[0]?.['state_hash']);
  // Never over a file that is there, never into a log that has events.
  expect(await at('log', 'export', first)).toMatchObject({ code: 2, stderr: expect.stringMatching(/is there already/) });
  expect(await at('log', 'import', first)).toMatchObject({ code: 2, stderr: expect.stringMatching(/not empty/) });
});

it('[L22] an import is all or nothing, names the line and the field, and keeps events of unknown types', async () => {
  const { home, at } = await filled();
  const file = join(home, 'a.ndjson');
  await at('log', 'export', file);
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const [, second = ''] = lines;
  const broken = join(home, 'broken.ndjson');
  writeFileSync(broken, [...lines.slice(0, 1), second.replace(/"file_size":\d+/, '"file_size":"large"'), ...lines.slice(2)].join('\n'));
  const refused = await runCli('log', 'import', broken, '--data', join(home, 'x'));
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringMatching(/^Line 2 cannot be imported\. .*data\.file_size/) });
  expect((await runCli('events', '--json', '--data', join(home, 'x'))).lines).toEqual([]);

  const unknown = second.replaceAll('asset.detected', 'moon.landed').replace(/"data":.*/, '"data":{"crew":2,"odd":1.50}}');
  writeFileSync(broken, [...lines.slice(0, 1), unknown].join('\n'));
  expect(await runCli('log', 'import', broken, '--data', join(home, 'y'))).toMatchObject({ code: 0 });
  const again = join(home, 'again.ndjson');
  await runCli('log', 'export', again, '--data', join(home, 'y'));
  expect(readFileSync(again, 'utf8').trimEnd().split('\n')[1]).toBe(unknown);
});

it('[L23] archived events are still verified, exported, explained and folded', async () => {
  const { home, data, at, organize } = await filled();
  const [before, after] = [join(home, 'before.ndjson'), join(home, 'after.ndjson')];
  await at('log', 'export', before);
  const state = (await at('replay', '--rebuild', '--json')).json();
  expect((await at('log', 'archive', '--before', '0s')).stdout).toMatch(/events archived/);
  expect(readdirSync(join(data, 'archive')).length).toBeGreaterThan(0);
  await at('log', 'export', after);
  expect(readFileSync(after)).toEqual(readFileSync(before));
  expect(await at('verify')).toMatchObject({ code: 0 });
  expect((await at('replay', '--rebuild', '--json')).json()[0]?.['state_hash']).toBe(state[0]?.['state_hash']);
  expect((await at('why', join(home, 'inbox', 'harbor', 'boat.png'))).stdout).toMatch(/Recognised as A1111/);
  // The log goes on where it was, and still knows what it filed.
  await organize('twin.png', a1111Png('a red boat', 12345));
  expect((await at('events', '--type', 'asset.duplicated', '--json')).lines).toHaveLength(1);
  expect(await at('verify')).toMatchObject({ code: 0 });
});

it('[L24] the state as of an event or a time is folded into a file of its own', async () => {
  const { home, at } = await filled();
  const all = (await at('events', '--json')).json();
  const filedFirst = all.find(({ event_type }) => event_type === 'asset.organized');
  const sequence = Number(filedFirst?.['sequence']);
  const fold = async (asOf: string, name: string) => (await at('replay', '--as-of', asOf, '--into', join(home, name), '--json')).json()[0];
  expect(await fold(String(sequence), 'a')).toMatchObject({ events: sequence, assets: 1 });
  expect(await fold(String(sequence - 1), 'b')).toMatchObject({ events: sequence - 1, assets: 0 });
  expect(await fold(String(filedFirst?.['timestamp']), 'c')).toMatchObject({ assets: 1 });
  expect(await fold('1h', 'd')).toMatchObject({ events: 0 });
  expect(await at('replay', '--as-of', '3')).toMatchObject({ code: 2 });
});

it('[L25] dead letters are shown with their event, and one is tried again when a hub runs', async () => {
  const { data, at, organize } = await filled();
  expect((await at('dead-letters')).stdout).toBe('Nothing is parked.\n');
  const all = (await at('events', '--json')).json();
  const processed = all.find(({ event_type }) => event_type === 'asset.processed');
  const database = openLogDatabase(data);
  parkDeadLetter(database, { service: 'quality', sequence: Number(processed?.['sequence']), attempts: 5, reason: 'no light', parked_at: 'now' });
  database.close();
  expect((await at('dead-letters', '--json')).json()).toMatchObject([{ service: 'quality', reason: 'no light', event: { event_type: 'asset.processed' } }]);
  expect(await at('dead-letters', '--retry', 'quality:1')).toMatchObject({ code: 2, stderr: expect.stringMatching(/Nothing of quality is parked/) });
  expect(await at('dead-letters', '--retry', `quality:${String(processed?.['sequence'])}`)).toMatchObject({ code: 0 });
  await organize('more.png', ratedPng(3));
  expect((await at('dead-letters')).stdout).toBe('Nothing is parked.\n');
});
