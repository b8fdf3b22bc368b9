import { mkdirSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sourceIn } from './testing/a-source';
import { place } from './testing/test-hub';
import { drop, tinyPng } from './testing/tiny-pictures';
import { contentsOf } from './testing/trees';

it('[I53] of two sources that came to overlap the one that was there first is watched, and stays the only one at every look', async () => {
  const here = place();
  const [one, two] = [sourceIn(here, 'one'), sourceIn(here, 'two')];
  drop(join(one.path, 'inner', 'a.png'));
  // The second was a folder of its own once; now its name leads into the first.
  renameSync(two.path, `${two.path} before`);
  symlinkSync(join(one.path, 'inner'), two.path);
  mkdirSync(here.organized);
  const hub = here.open({ sources: [one, two] });
  await hub.start({ watch: true });
  const states = () => hub.sources.list().map(({ state }) => state);
  for (let look = 0; look < 3; look += 1) {
    await expect.poll(states, { timeout: 10_000 }).toEqual(['watching', 'refused']);
    await hub.pause();
    await hub.resume();
  }
  drop(join(one.path, 'inner', 'b.png'), tinyPng('b'));
  await expect.poll(() => contentsOf(here.organized), { timeout: 10_000 }).toEqual(contentsOf(one.path));
  await hub.settled();
  expect(hub.log.find({ types: ['asset.detected'], limit: 10 })).toHaveLength(2);
  expect(hub.log.find({ types: ['asset.duplicated'], limit: 10 })).toEqual([]);
});
