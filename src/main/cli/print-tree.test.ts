import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCli } from '../testing/run-cli';
import { tempFolder } from '../testing/temp-folder';
import { drop, ratedPng } from '../testing/tiny-pictures';
import { snapshotOf } from '../testing/trees';

it('[D132] --dry-run --tree prints the folders that would result, and what would not be filed', async () => {
  const home = tempFolder();
  const inbox = join(home, 'inbox');
  mkdirSync(inbox);
  drop(join(inbox, 'harbor/sail.png'), ratedPng(1));
  drop(join(inbox, 'text.png'), 'no picture');
  const args = ['organize', inbox, '--to', join(home, 'organized'), '--data', join(home, 'data')];
  const before = snapshotOf(home);
  const { lines } = await runCli(...args, '--dry-run', '--tree');
  expect(snapshotOf(home)).toEqual(before);
  expect(lines.slice(0, 7)).toEqual([
    expect.stringMatching(/^\d{4}-\d\d-\d\d\/ {2}\(1 file\)$/), '  harbor/  (1 file)', '    unknown/  (1 file)', expect.stringMatching(/^ {6}\d-star\/ {2}\(1 file\)$/),
    '        harbor-001.png  <- sail.png', 'Set aside  (1 file)', expect.stringMatching(/^ {2}text\.png: This is not a picture/),
  ]);
  expect(await runCli(...args, '--tree')).toMatchObject({ code: 2, stderr: expect.stringContaining('Give --dry-run, too.') });
  expect(snapshotOf(home)).toEqual(before);
});
