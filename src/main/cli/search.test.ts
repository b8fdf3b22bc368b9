import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectionsFileName } from '../projections/open-projections';
import { runCli } from '../testing/run-cli';
import { a1111Png, drop, ratedPng, tinyPng } from '../testing/tiny-pictures';

let home: string;
let data: string;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'alice-test-'));
  data = join(home, 'data');
  const inbox = join(home, 'inbox');
  mkdirSync(inbox);
  drop(join(inbox, 'harbor', 'boat.png'), a1111Png('a red boat', 12345));
  drop(join(inbox, 'canal', 'paper.png'), a1111Png('a paper boat', 77));
  drop(join(inbox, 'rated.png'), ratedPng(1));
  drop(join(inbox, 'plain.png'), tinyPng('plain'));
  await runCli('organize', inbox, '--to', join(home, 'organized'), '--data', data);
});
afterAll(() => { rmSync(home, { recursive: true, force: true }); });

const search = (...args: string[]) => runCli('search', ...args, '--data', data);
const names = async (...args: string[]) => (await search(...args, '--json')).json().map(({ file_name }) => file_name);

it('[L65] alice search finds by words and facts, in an order, so many', async () => {
  expect(await names('BOA')).toHaveLength(2);
  expect(await names('red', 'boat')).toEqual(['harbor-001.png']);
  expect(await names('--tool', 'A1111', '--sort', 'name')).toEqual(['canal-001.png', 'harbor-001.png']);
  expect(await names('--tool', 'A1111', '--sort', 'name', '--reverse')).toEqual(['harbor-001.png', 'canal-001.png']);
  expect(await names('--project', 'harb')).toEqual(['harbor-001.png']);
  expect(await names('--stars', '1+')).toEqual(['uncategorized-001.png']);
  expect(await names('--stars', '0')).toHaveLength(3);
  expect(await names('--limit', '1')).toHaveLength(1);
  expect(await names('--to', '1999-12-31')).toEqual([]);
  expect(await names('--model', 'unheard-of')).toEqual([]);
  expect(await names('--seed', '12345')).toEqual(['harbor-001.png']);
});

it('[R46] alice search finds by measured issue, and says which there are', async () => {
  expect(await names('--issue', 'Low resolution')).toEqual(['uncategorized-001.png']);
  expect(await names('--issue', 'low_resolution', '--stars', '0')).toEqual([]);
  const refused = await search('--issue', 'ugly');
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('blur, noise, blockiness, clipping, low_resolution')]);
});

it('[L65] alice search tells people where each picture lies, and how many there are', async () => {
  const { lines, code } = await search('boat', '--limit', '1');
  expect(code).toBe(0);
  expect(lines.join('\n')).toContain(join(home, 'organized'));
  expect(lines.join('\n')).toMatch(/A1111/);
  expect(lines.at(-1)).toBe('1 of 2 pictures. --limit shows more.');
  expect((await search('zebra')).lines).toEqual(['0 pictures.']);
});

it('[L65] alice search reads the log where no library is kept, and refuses what it does not know', async () => {
  const before = await names('boat');
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(data, projectionsFileName + suffix), { force: true });
  expect(await names('boat')).toEqual(before);
  for (const wrong of [['--sort', 'colour'], ['--stars', '6'], ['--from', 'today'], ['--limit', 'all']]) {
    expect((await search(...wrong)).code).toBe(2);
  }
});
