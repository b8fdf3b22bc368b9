import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { LogReader } from './log/log-reader';
import { openLogReadOnly } from './log/open-database';
import { alice, aliceCommand, start } from './testing/child-process';
import { randomNumbers } from './testing/quality-pictures';
import { tempFolder } from './testing/temp-folder';
import { drop, ratedPng, tinyPng } from './testing/tiny-pictures';
import { contentsOf, filesBelow, snapshotOf } from './testing/trees';

const files = 200;
const kills = 6;

/** Starts a run and kills it with SIGKILL a moment after it has said so many events of a type; false when it ended before. */
async function killedRun(args: readonly string[], type: string, count: number, thenMs: number): Promise<boolean> {
  const { child, ended } = start(aliceCommand(args));
  let said = 0;
  const reached = new Promise<void>((resolve) => {
    child.stdout?.on('data', (text: string) => {
      said += text.split(`"event_type":"${type}"`).length - 1;
      if (said >= count) resolve();
    });
  });
  await Promise.race([reached, ended]);
  await delay(thenMs);
  child.kill('SIGKILL');
  return (await ended).signal === 'SIGKILL';
}

it.each([['copy', 11], ['move', 22]] as const)(
  '[A6] killed again and again, every file is filed exactly once in the end, and nothing is lost (%s)',
  async (mode, seed) => {
    const home = tempFolder();
    const [inbox, organized, data] = [join(home, 'inbox'), join(home, 'organized'), join(home, 'data')];
    for (const folder of [inbox, organized]) mkdirSync(folder);
    for (let i = 0; i < files; i += 1) drop(join(inbox, `project ${i % 5}`, `${i}.png`), i % 4 === 0 ? ratedPng(i, 64) : tinyPng(`crash ${i}`));
    const before = contentsOf(inbox);
    const inboxBefore = snapshotOf(inbox);
    const args = ['organize', inbox, '--to', organized, '--data', data, '--json', ...(mode === 'move' ? ['--move'] : [])];
    const random = randomNumbers(seed);
    let killed = 0;

    for (let kill = 0; kill < kills; kill += 1) {
      const type = kill === 0 ? 'asset.discovered' : 'asset.organized';
      killed += (await killedRun(args, type, Math.floor(random() * 32), Math.floor(random() * 12))) ? 1 : 0;
      // At every moment each content lies somewhere, whole.
      const there = new Set(contentsOf(inbox, organized));
      expect(before.filter((hash) => !there.has(hash))).toEqual([]);
    }

    // Most were hit in the middle of their work, and work was left for the last run.
    expect(killed).toBeGreaterThanOrEqual(kills - 2);
    const last = await alice(...args);
    expect({ code: last.code, stderr: last.stderr }).toEqual({ code: 0, stderr: '' });
    expect(contentsOf(organized)).toEqual(before);
    expect(filesBelow(organized).filter((path) => path.includes('.alice-'))).toEqual([]);
    if (mode === 'copy') expect(snapshotOf(inbox)).toEqual(inboxBefore);
    else expect(filesBelow(inbox)).toEqual([]);

    const database = openLogReadOnly(data);
    const events = new LogReader(database).after(0, 1_000_000);
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    database.close();
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, i) => i + 1));
    expect(new Set(events.map(({ event_id }) => event_id)).size).toBe(events.length);
    const filed = events.flatMap((event) => (event.event_type === 'asset.organized' ? [event.data] : []));
    expect(filed.map(({ content_hash }) => content_hash).sort()).toEqual(before);
    expect(filed.map(({ destination_path }) => destination_path.slice(organized.length + 1)).sort()).toEqual(filesBelow(organized));
    expect(events.filter(({ event_type }) => /set_aside|parked|duplicated/.test(event_type))).toEqual([]);
    expect(filed.map(({ operation }) => operation)).toEqual(filed.map(() => mode));
  },
  60_000,
);
