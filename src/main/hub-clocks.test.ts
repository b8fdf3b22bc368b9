import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { assetDetected } from '@shared/events/asset-events';
import { expect, it } from 'vitest';
import { LogReader } from './log/log-reader';
import { openLogReadOnly } from './log/open-database';
import { aliceCommand, start } from './testing/child-process';
import { eventFrom } from './testing/sample-events';
import { tempFolder } from './testing/temp-folder';
import { logIn } from './testing/test-log';
import { drop, tinyPng } from './testing/tiny-pictures';
import { contentsOf } from './testing/trees';

const mayFakeTime = spawnSync('faketime', ['2031-05-06', 'true']).status === 0;

it('[A84] events keep the order in which they were recorded, whatever their times say', async () => {
  const { log } = logIn(tempFolder());
  const at = (timestamp: string) => ({ ...eventFrom(assetDetected({ file_path: `/inbox/${timestamp}`, file_size: 1, project_name: 'p' })), timestamp });
  const times = ['2026-01-02T00:00:00.000Z', '1999-12-31T23:59:59.999Z', '2038-01-19T03:14:08.000Z', '2026-01-02T00:00:00.000Z'];
  for (const time of times) await log.append([at(time)]);
  expect(log.reader.after(0, 10).map(({ sequence, timestamp }) => [sequence, timestamp])).toEqual(times.map((time, i) => [i + 1, time]));
});

it.skipIf(!mayFakeTime)('[A84] runs in 2031, then 1999, then 2038 file everything once (needs faketime)', async () => {
  const home = tempFolder();
  const [inbox, organized, data] = [join(home, 'inbox'), join(home, 'organized'), join(home, 'data')];
  for (const folder of [inbox, organized]) mkdirSync(folder);
  for (const [i, day] of ['2031-05-06', '1999-12-31 23:59:58', '2038-01-19 03:14:06'].entries()) {
    drop(join(inbox, `p/${i}.png`), tinyPng(String(i)));
    const alice = aliceCommand(['organize', inbox, '--to', organized, '--data', data]);
    const { code, stderr } = await start(['env', 'FAKETIME_DONT_FAKE_MONOTONIC=1', 'faketime', day, ...alice]).ended;
    expect({ day, code, stderr }).toEqual({ day, code: 0, stderr: '' });
  }
  expect(contentsOf(organized)).toEqual(contentsOf(inbox));
  const database = openLogReadOnly(data);
  const events = new LogReader(database).after(0, 1_000);
  database.close();
  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, i) => i + 1));
  expect(events.filter(({ event_type }) => event_type === 'asset.organized')).toHaveLength(3);
  expect(events.filter(({ event_type }) => event_type === 'hub.started').map(({ timestamp }) => timestamp.slice(0, 3))).toEqual(['203', '199', '203']);
}, 60_000);
