import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { LogReader } from './log/log-reader';
import { openLogReadOnly } from './log/open-database';
import { alice, aliceCommand, start } from './testing/child-process';
import { randomNumbers } from './testing/quality-pictures';
import { tempFolder } from './testing/temp-folder';
import { drop, tinyPng } from './testing/tiny-pictures';
import { contentsOf, filesBelow, snapshotOf } from './testing/trees';

it('[I45] killed again and again with several sources, every file is filed exactly once, and what is copied from is untouched', async () => {
  const home = tempFolder();
  const [inbox, organized, data, comfy, webui] = ['inbox', 'organized', 'data', 'comfy', 'webui'].map((name) => join(home, name)) as
    [string, string, string, string, string];
  for (const folder of [inbox, comfy, webui]) mkdirSync(folder);
  await alice('organize', inbox, '--to', organized, '--data', data);
  await alice('sources', 'add', comfy, '--project', 'harbor', '--data', data);
  await alice('sources', 'add', webui, '--move', '--data', data);
  for (let i = 0; i < 40; i += 1) for (const folder of [inbox, comfy, webui]) drop(join(folder, `p${i % 3}`, `${i}.png`), tinyPng(`${folder} ${i}`));
  const [before, comfyBefore] = [contentsOf(inbox, comfy, webui), snapshotOf(comfy)];
  const random = randomNumbers(7);

  const watch = ['watch', inbox, '--to', organized, '--data', data, '--sources', '--json'];
  let killed = 0;
  for (let run = 0; run < 5; run += 1) {
    const { child, ended } = start(aliceCommand(watch));
    let said = '';
    const enough = Math.floor(random() * 30);
    const reached = new Promise<void>((resolve) => {
      child.stdout?.on('data', (text: string) => {
        said += text;
        if (said.split('"event_type":"asset.organized"').length > enough) resolve();
      });
    });
    await Promise.race([reached, ended, delay(10_000)]);
    child.kill('SIGKILL');
    killed += (await ended).signal === 'SIGKILL' ? 1 : 0;
    const there = new Set(contentsOf(inbox, comfy, webui, organized));
    expect(before.filter((hash) => !there.has(hash))).toEqual([]);
  }
  expect(killed).toBe(5);

  const last = start(aliceCommand(watch));
  await expect.poll(() => [filesBelow(organized).length, filesBelow(webui).length], { timeout: 20_000 }).toEqual([120, 0]);
  await delay(300);
  last.child.kill('SIGTERM');
  expect(await last.ended).toMatchObject({ code: 0, stderr: '' });
  expect(contentsOf(organized)).toEqual(before);
  expect(snapshotOf(comfy)).toEqual(comfyBefore);
  const database = openLogReadOnly(data);
  const filed = new LogReader(database).find({ types: ['asset.organized'], limit: 1_000 });
  database.close();
  expect(new Set(filed.map(({ subject }) => subject)).size).toBe(filed.length);
  expect(filed).toHaveLength(120);
}, 60_000);
