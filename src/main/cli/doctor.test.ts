import { existsSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inFolder } from '../testing/temp-folder';
import { runCli } from '../testing/run-cli';
import { place } from '../testing/test-hub';
import { drop, tinyPng } from '../testing/tiny-pictures';
import { filesBelow } from '../testing/trees';

async function lived() {
  const home = place();
  drop(join(home.inbox, 'harbor/boat.png'), tinyPng('boat'));
  drop(join(home.inbox, 'harbor/tree.png'), tinyPng('tree'));
  await home.run({ care: { settleMs: 1 } });
  return { ...home, first: join(home.organized, filesBelow(home.organized)[0] ?? '') };
}

it('[K23] alice doctor ends with 0 when all agrees, with the folders of the last run', async () => {
  const home = await lived();
  const { code, lines } = await runCli('doctor', '--data', home.data);
  expect(code).toBe(0);
  expect(lines).toEqual([
    'Inbox: 2 files: 2 filed, 0 linked, 0 set aside, 0 on the way.',
    expect.stringMatching(/^Organized folder: 2 files, 2 in the library\. Log: \d+ events\.$/) as string,
    'All of it agrees.',
  ]);
});

it('[K23] it ends with 1 when something was found, names it and what can be done, and does nothing of it unasked', async () => {
  const home = await lived();
  renameSync(home.first, inFolder(join(home.organized, 'best/boat.png')));
  const asked = await runCli('doctor', '--data', home.data);
  expect([asked.code, asked.lines.slice(2)]).toEqual([1, [
    `  moved: ${join(home.organized, 'best/boat.png')}`, expect.stringMatching(/was moved outside Alice.*\(record\)$/) as string,
  ]]);
  const report = (await runCli('doctor', '--data', home.data, '--json')).json()[0];
  expect(report).toMatchObject({ findings: [{ kind: 'moved', mends: ['record'] }], inbox_files: 2, deep: false });
});

it('[K23] --mend does what is offered and says what is left; --deep reads every byte', async () => {
  const home = await lived();
  writeFileSync(join(home.organized, 'mine.png'), tinyPng('mine'));
  writeFileSync(join(home.organized, 'list.txt'), 'a list');
  unlinkSync(home.first);
  const { code, lines } = await runCli('doctor', '--data', home.data, '--mend', '--deep');
  expect([code, lines[0]]).toEqual([1, '2 findings mended.']);
  expect(lines.filter((line) => line.startsWith('  '))[0]).toBe(`  foreign: ${join(home.organized, 'list.txt')}`);
  expect(existsSync(home.first) || filesBelow(home.organized).length === 4).toBe(true);
  const again = (await runCli('doctor', '--data', home.data, '--deep', '--json')).json()[0];
  expect(again).toMatchObject({ deep: true, assets: 3, findings: [{ kind: 'foreign', mends: [] }] });
});

it('[K24] beside an Alice that runs it only looks and says so, and nothing is changed, not even what is remembered', async () => {
  const home = await lived();
  const hub = home.open();
  renameSync(home.first, inFolder(join(home.organized, 'best/boat.png')));
  const before = readFileSync(join(home.data, 'library.sqlite'));
  const { code, stderr, lines } = await runCli('doctor', '--data', home.data, '--mend');
  expect([code, lines[2]]).toEqual([1, `  moved: ${join(home.organized, 'best/boat.png')}`]);
  expect(stderr).toMatch(/Another Alice is working with .*only looks and mends nothing/);
  expect(readFileSync(join(home.data, 'library.sqlite')).equals(before)).toBe(true);
  await hub.close('closed');
});

it('[K23] a data folder without a log, and a folder that will not do, are one sentence and 2', async () => {
  const home = await lived();
  for (const args of [['--data', join(home.home, 'none')], ['--data', home.data, '--inbox', join(home.home, 'none')], ['--data', home.data, '--unheard']]) {
    const { code, stderr } = await runCli('doctor', ...args);
    expect([code, stderr === '']).toEqual([2, false]);
  }
});
