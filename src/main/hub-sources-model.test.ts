import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from '@shared/library/source';
import { describe, expect, it } from 'vitest';
import { sourceIn } from './testing/a-source';
import { randomNumbers } from './testing/quality-pictures';
import { place } from './testing/test-hub';
import { drop, tinyPng } from './testing/tiny-pictures';
import { contentsOf, filesBelow } from './testing/trees';

describe('[I45] several sources at random', () => {
  it.each([3, 17, 42])('[I45] nothing is lost and nothing is filed twice, over many runs (seed %i)', async (seed) => {
    const here = place();
    const random = randomNumbers(seed);
    const pick = <T>(of: readonly T[]) => of[Math.floor(random() * of.length)] as T;
    const sources = [
      sourceIn(here, 'one', { project: 'p' }), sourceIn(here, 'two', { operation: 'move' }),
      sourceIn(here, 'three', { only_media: false }), sourceIn(here, 'four', { subfolders: false }),
    ];
    const folders = [here.inbox, ...sources.map(({ path }) => path)];
    const [made, kept] = [new Set<string>(), new Set<string>()];
    const away = new Set<Source>();
    for (let run = 0; run < 5; run += 1) {
      for (let i = 0; i < 12; i += 1) {
        const folder = pick(folders.filter((each) => ![...away].some(({ path }) => path === each)));
        const text = `picture ${Math.floor(random() * 40)}`;
        const path = join(folder, ...(random() < 0.5 ? [] : [pick(['x', 'y'])]), `${run}-${i}.png`);
        drop(path, tinyPng(text));
        if (folder !== sources[3]?.path || path.split('/').length === folder.split('/').length + 1) made.add(text);
        if (folder !== sources[1]?.path) kept.add(path);
      }
      const moved = pick(sources);
      if (!away.has(moved) && random() < 0.5) {
        renameSync(moved.path, `${moved.path} away`);
        away.add(moved);
      }
      const hub = here.open({ sources: random() < 0.3 ? [...sources].reverse() : sources });
      const started = hub.start({ watch: random() < 0.5 });
      if (random() < 0.4) await hub.close('closed');
      else {
        await started;
        for (const source of away) renameSync(`${source.path} away`, source.path);
        away.clear();
        await hub.settled();
        await hub.close('finished');
      }
      await started.catch(() => undefined);
    }
    for (const source of away) renameSync(`${source.path} away`, source.path);
    await here.run({ sources });
    expect(contentsOf(here.organized)).toEqual(contentsOfTexts([...made]));
    // What is copied from still holds every file.
    const there = new Set(folders.flatMap((folder) => filesBelow(folder).map((name) => join(folder, name))));
    expect([...kept].filter((path) => !there.has(path))).toEqual([]);
    expect(here.bugs).toEqual([]);
  }, 60_000);
});

function contentsOfTexts(texts: readonly string[]): string[] {
  const folder = place();
  for (const text of texts) drop(join(folder.inbox, `${text}.png`), tinyPng(text));
  return contentsOf(folder.inbox);
}

describe('[I46] the doctor', () => {
  it('[I46] counts the files of all sources, finds a forgotten one, leaves others alone, and says which source is away', async () => {
    const here = place();
    const [one, usb] = [sourceIn(here, 'one'), sourceIn(here, 'usb')];
    for (const name of ['a.png', 'b.png']) drop(join(one.path, name));
    drop(join(one.path, 'setup.zip'), 'no media');
    drop(join(here.inbox, 'c.png'));
    await here.run({ sources: [one, usb] });
    const forgotten = drop(join(one.path, 'd.png'));
    rmSync(usb.path, { recursive: true });
    const hub = here.open({ sources: [one, usb], takeFromSources: false });
    await hub.start({ watch: false, takeIn: false });
    const report = await hub.doctor();
    expect(report.findings.map(({ kind, path }) => [kind, path])).toEqual([['forgotten', forgotten], ['unreadable', usb.path]]);
    expect([report.inbox_files, report.outcomes.filed]).toEqual([4, 3]);
    await hub.mend('all');
    await hub.settled();
    expect(hub.library.inboxEntry(forgotten)?.state).toBe('filed');
  });
});

it('[I40] a drive that is pulled while its files are on their way costs none of them: what was set aside for it is filed when it is back', async () => {
  const here = place();
  const usb = sourceIn(here, 'usb', { operation: 'move' });
  for (let i = 0; i < 60; i += 1) drop(join(usb.path, `${i % 4}`, `${i}.png`), tinyPng(`pulled ${i}`));
  const all = contentsOf(usb.path);
  const hub = here.open({ sources: [usb] });
  let found = 0;
  const some = new Promise<void>((resolve) => { hub.bus.on('asset.discovered', () => { found += 1; if (found === 20) resolve(); }); });
  await hub.start({ watch: true });
  await some;
  renameSync(usb.path, `${usb.path} away`);
  await expect.poll(() => hub.sources.list()[0]?.state, { timeout: 10_000 }).toBe('missing');
  await hub.settled();
  renameSync(`${usb.path} away`, usb.path);
  await expect.poll(() => [hub.library.inboxCounts().set_aside, filesBelow(here.organized).length], { timeout: 15_000 }).toEqual([0, 60]);
  await hub.settled();
  expect([contentsOf(here.organized), filesBelow(usb.path)]).toEqual([all, []]);
  expect(here.bugs).toEqual([]);
}, 40_000);
