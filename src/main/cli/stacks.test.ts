import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { projectionsFileName } from '../projections/open-projections';
import { runCli } from '../testing/run-cli';
import { place } from '../testing/test-hub';
import { drop, ratedPng } from '../testing/tiny-pictures';
import { contentsOf } from '../testing/trees';

const moonrise = readFileSync(join(import.meta.dirname, '../../../resources/sample-inbox/ringed-world.jpg'));

async function organized() {
  const here = place();
  drop(join(here.inbox, 'moon', 'a.jpg'), moonrise);
  drop(join(here.inbox, 'moon', 'b.jpg'), await sharp(moonrise).resize({ width: 500 }).jpeg({ quality: 40 }).toBuffer());
  drop(join(here.inbox, 'moon', 'c.png'), ratedPng(3, 200));
  await runCli('organize', here.inbox, '--to', here.organized, '--data', here.data);
  return { here, stacks: (...args: string[]) => runCli('stacks', '--data', here.data, ...args) };
}

it('[R41] alice stacks lists lookalikes, the best first, for people and for machines, and touches nothing', async () => {
  const { here, stacks } = await organized();
  const before = contentsOf(here.organized);
  const { lines, code } = await stacks();
  expect(code).toBe(0);
  expect(lines[0]).toMatch(/^2 pictures, up to \d of 64 bits apart$/);
  expect(lines.at(-1)).toBe('1 stack among 3 pictures.');
  expect(lines).toHaveLength(4);
  const [stack, ...none] = (await stacks('--json', '--distance', 'strict')).json();
  expect(none).toEqual([]);
  const pictures = stack?.['pictures'] as { path: string; brisque: number }[];
  expect(pictures.map(({ path }) => path)).toEqual(lines.slice(1, 3).map((line) => line.split('  ').at(-1)));
  expect(pictures.map(({ brisque }) => brisque)).toEqual(pictures.map(({ brisque }) => brisque).toSorted((a, b) => a - b));
  expect(contentsOf(here.organized)).toEqual(before);
});

it('[R41] it answers beside a hub that works, and does not list what was decided', async () => {
  const { here, stacks } = await organized();
  const hub = here.open();
  await hub.start({ watch: false, takeIn: false });
  expect((await stacks()).lines.at(-1)).toBe('1 stack among 3 pictures.');
  const [stack] = (await hub.findStacks('usual')).stacks;
  const hashes = stack!.cards.map(({ content_hash }) => content_hash);
  await hub.decideStack({ content_hashes: hashes, kept_hashes: hashes, decision: 'kept_all' });
  expect((await stacks()).lines).toEqual(['0 stacks among 3 pictures.']);
});

it('[R41] it says what was not looked at yet, and refuses what it does not know', async () => {
  const { here, stacks } = await organized();
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(here.data, projectionsFileName + suffix), { force: true });
  const { lines, stderr, code } = await stacks();
  expect(lines).toEqual(['0 stacks among 0 pictures.']);
  expect(stderr).toContain('3 pictures not looked at yet. Open Quality, Stacks in Alice');
  expect(code).toBe(0);
  expect((await stacks('--distance', 'far')).code).toBe(2);
});
