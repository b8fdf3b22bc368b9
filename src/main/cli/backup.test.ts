import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { runCli } from '../testing/run-cli';
import { place } from '../testing/test-hub';
import { drop } from '../testing/tiny-pictures';
import { contentsOf, snapshotOf } from '../testing/trees';

let data: string;
let here: ReturnType<typeof place>;

beforeEach(async () => {
  here = place();
  data = here.data;
  drop(join(here.inbox, 'p/a.png'));
  drop(join(here.inbox, 'p/b.png'));
  await here.run();
});

const backup = (...args: string[]) => runCli('backup', ...args, '--data', data);
const damage = () => {
  const file = join(data, 'log.sqlite');
  const bytes = readFileSync(file);
  bytes.fill(0xff, 0, 16_384);
  writeFileSync(file, bytes);
};

it('[L39] alice backup makes, lists, verifies and restores', async () => {
  expect((await backup('list')).lines).toEqual(['There is no backup yet. alice backup now makes one.']);
  const made = await backup('now');
  expect([made.code, made.lines]).toEqual([0, [expect.stringMatching(/^12 events backed up to .*\.sqlite \(.*\), and every one of them checked\.$/)]]);
  const [line] = (await backup('list', '--json')).json();
  const { file, last_sequence } = line as unknown as { file: string; last_sequence: number };
  expect(last_sequence).toBe(12);
  expect((await backup('verify')).lines).toEqual([`${file}: sound, 12 events`]);
  const restored = await backup('restore', file);
  expect([restored.code, restored.lines]).toEqual([0, [expect.stringMatching(/^12 events restored from .* is kept as .*damaged-/)]]);
  expect(await here.run()).toEqual([]);

  const bytes = readFileSync(file);
  const at = bytes.indexOf('b.png');
  bytes[at] = 0x63;
  writeFileSync(file, bytes);
  const bad = await backup('verify', file);
  expect([bad.code, bad.lines]).toEqual([1, [expect.stringMatching(/The checksum of event \d+ does not match/)]]);
  const refused = await backup('restore', file);
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringMatching(/is no sound backup, and nothing was touched/)]);
});

it('[L39] alice log repair says what would come of it, then does it, with a report', async () => {
  await backup('now');
  const repair = (...args: string[]) => runCli('log', 'repair', '--data', data, ...args);
  expect((await repair()).lines).toEqual(['The log is sound; there is nothing to repair.']);
  damage();
  const before = readFileSync(join(data, 'log.sqlite'));
  const dry = await repair('--dry-run');
  expect(dry.lines).toEqual([expect.stringMatching(/can be read \(from: damaged log.*\), 0 events cannot\. This was a dry run: nothing was touched\.$/)]);
  expect(readFileSync(join(data, 'log.sqlite'))).toEqual(before);
  const done = await repair('--json');
  expect([done.code, done.json()]).toEqual([0, [expect.objectContaining({ kept_events: 13, lost_events: 0 })]]);
  expect((await runCli('verify', '--data', data)).code).toBe(0);
});

it('[L39] a run on a damaged log mends it, says so, and every file is still filed once', async () => {
  damage();
  const filed = contentsOf(here.organized);
  const reading = await runCli('events', '--data', data);
  expect([reading.code, reading.stderr]).toEqual([2, expect.stringMatching(/^The event log is damaged \(.*\)\. alice log repair rebuilds it/)]);
  const { code, stderr } = await runCli('organize', here.inbox, '--to', here.organized, '--data', data);
  expect([code, stderr]).toEqual([0, expect.stringMatching(/^The event log is damaged.* It was rebuilt from all that could be read: .* None is lost\./)]);
  expect(contentsOf(here.organized)).toEqual(filed);
  expect(readdirSync(data).filter((name) => name.includes('damaged-')).length).toBeGreaterThan(0);
});

it('[L39] a log of which nothing is left is begun anew, and what is filed is filed only once', async () => {
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(data, `log.sqlite${suffix}`), { force: true });
  const before = snapshotOf(here.inbox);
  const { code, stderr } = await runCli('organize', here.inbox, '--to', here.organized, '--data', data);
  expect([code, stderr]).toEqual([0, expect.stringMatching(/^The event log is not there\. .* 12 events could not be read any more\./)]);
  expect(snapshotOf(here.inbox)).toEqual(before);
});
