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
import { contentsOf, filesBelow } from './testing/trees';

const pictures = 60;
const kills = 6;

/** Starts a run and kills it with SIGKILL a moment after it has filed so many sidecars. */
async function killedRun(args: readonly string[], count: number, thenMs: number): Promise<boolean> {
  const { child, ended } = start(aliceCommand(args));
  let said = 0;
  const reached = new Promise<void>((resolve) => {
    child.stdout?.on('data', (text: string) => {
      said += text.split('"event_type":"asset.sidecar_filed"').length - 1;
      if (said >= count) resolve();
    });
  });
  await Promise.race([reached, ended]);
  await delay(thenMs);
  child.kill('SIGKILL');
  return (await ended).signal === 'SIGKILL';
}

it.each([['copy', 5], ['move', 6]] as const)(
  '[I35] killed again and again, every sidecar is filed exactly once beside its picture in the end, and nothing is lost (%s)',
  async (mode, seed) => {
    const home = tempFolder();
    const [inbox, organized, data] = [join(home, 'inbox'), join(home, 'organized'), join(home, 'data')];
    for (const folder of [inbox, organized]) mkdirSync(folder);
    for (let i = 0; i < pictures; i += 1) {
      drop(join(inbox, `project ${i % 3}`, `${i}.png`), tinyPng(`picture ${i}`));
      drop(join(inbox, `project ${i % 3}`, `${i}.txt`), `about ${i}`);
      // The same settings for many.
      drop(join(inbox, `project ${i % 3}`, `${i}.swarm.json`), '{"steps":20}');
    }
    const before = contentsOf(inbox);
    const args = ['organize', inbox, '--to', organized, '--data', data, '--json', ...(mode === 'move' ? ['--move'] : [])];
    const random = randomNumbers(seed);
    let killed = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      killed += (await killedRun(args, 1 + Math.floor(random() * 12), Math.floor(random() * 12))) ? 1 : 0;
      const there = new Set(contentsOf(inbox, organized));
      expect(before.filter((hash) => !there.has(hash))).toEqual([]);
    }
    expect(killed).toBeGreaterThanOrEqual(kills - 2);
    const last = await alice(...args);
    expect({ code: last.code, stderr: last.stderr }).toEqual({ code: 0, stderr: '' });
    expect(contentsOf(organized)).toEqual(before);
    expect(filesBelow(inbox)).toHaveLength(mode === 'copy' ? pictures * 3 : 0);
    // Each picture has its two, under its own stem.
    const filed = filesBelow(organized);
    for (const picture of filed.filter((path) => path.endsWith('.png'))) {
      expect(filed.filter((path) => path.startsWith(picture.slice(0, -'png'.length)))).toHaveLength(3);
    }
    const database = openLogReadOnly(data);
    const events = new LogReader(database).after(0, 1_000_000);
    database.close();
    const told = events.flatMap((event) => (event.event_type === 'asset.sidecar_filed' ? [event.data.source_path] : []));
    expect([told.length, new Set(told).size]).toEqual([pictures * 2, pictures * 2]);
    expect(events.filter(({ event_type }) => /set_aside|parked/.test(event_type))).toEqual([]);
  },
  120_000,
);
