import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../testing/run-cli';
import { tempFolder } from '../testing/temp-folder';
import { drop, tinyPng } from '../testing/tiny-pictures';
import { filesBelow, hashOf } from '../testing/trees';

let home: string;
const organized = () => filesBelow(join(home, 'organized')).filter((path) => !path.startsWith('.alice-trash'));
const inbox = () => filesBelow(join(home, 'inbox'));
const alice = (...args: string[]) => runCli(...args, '--data', join(home, 'data'));
const organize = (...more: string[]) => alice('organize', join(home, 'inbox'), '--to', join(home, 'organized'), ...more);

beforeEach(() => { home = tempFolder(); });

async function filed(names: readonly string[], ...more: string[]): Promise<void> {
  for (const name of names) drop(join(home, 'inbox', 'harbor', name), tinyPng(name));
  expect((await organize(...more)).code).toBe(0);
}

describe('alice history and alice undo', () => {
  it('[U10] an import is undone by its id and done again by the id of the undo', async () => {
    await filed(['a.png', 'b.png'], '--move');
    const before = organized();
    const [entry] = (await alice('history', '--json')).json();
    expect(entry).toMatchObject({ scope: 'import', label: '2 files filed from harbor', operations: 2 });

    const undone = await alice('undo', String(entry!['id']), '--yes');
    expect([undone.code, undone.lines.at(-1)]).toEqual([0, '2 operations undone, 0 refused.']);
    expect([organized(), inbox()]).toEqual([[], ['harbor/a.png', 'harbor/b.png']]);
    for (const name of ['a.png', 'b.png']) expect(hashOf(readFileSync(join(home, 'inbox/harbor', name)))).toBe(hashOf(tinyPng(name)));

    const [undo] = (await alice('history', '--json')).json();
    expect(undo).toMatchObject({ scope: 'undo', operations: 2 });
    expect((await alice('undo', String(undo!['id']), '--yes')).code).toBe(0);
    expect([organized(), inbox()]).toEqual([before, []]);
  });

  it('[U9] what was undone is not filed again by the next run', async () => {
    await filed(['a.png'], '--move');
    expect((await alice('undo', '--last')).code).toBe(0);
    await organize('--move');
    expect([organized(), inbox()]).toEqual([[], ['harbor/a.png']]);
  });

  it('[U11] a changed file is refused with its reason, the others are undone, and the exit code is 1', async () => {
    await filed(['a.png', 'b.png']);
    const [changed] = organized();
    writeFileSync(join(home, 'organized', changed!), 'painted over');
    const { code, stdout } = await alice('undo', '--last', '--yes');
    expect(code).toBe(1);
    expect(stdout).toMatch(/was changed after Alice filed it/);
    expect(stdout).toMatch(/1 operation undone, 1 refused\./);
    expect(organized()).toEqual([changed]);
    expect(inbox()).toHaveLength(2);
  });

  it('[U10] a dry run says what would come of it and touches nothing', async () => {
    await filed(['a.png', 'b.png']);
    const before = organized();
    const [gone] = before;
    rmSync(join(home, 'organized', gone!));
    const { code, stdout } = await alice('undo', '--last', '--dry-run');
    expect([code, organized()]).toEqual([1, before.slice(1)]);
    expect(stdout).toMatch(/1 operation would be undone/);
    expect(stdout).toMatch(/left out: .*not at/);
  });

  it('[U10] one file is undone by its path or hash, and everything since a time', async () => {
    await filed(['a.png']);
    await filed(['b.png']);
    expect((await alice('undo', '--asset', hashOf(tinyPng('a.png')))).code).toBe(0);
    expect(organized()).toHaveLength(1);
    expect((await alice('undo', '--asset', join(home, 'organized', organized()[0]!))).code).toBe(0);
    expect(organized()).toEqual([]);
    expect((await alice('undo', '--to', '1h', '--yes')).code).toBe(0);
    expect(organized()).toEqual([]);
  });

  it('[U10] several operations are not undone without a word from the person, and bad input gets one sentence', async () => {
    await filed(['a.png', 'b.png']);
    const refused = await alice('undo', '--last');
    expect([refused.code, organized().length]).toEqual([2, 2]);
    expect(refused.stderr).toMatch(/2 operations will be undone\. Add --yes/);
    for (const bad of [['undo'], ['undo', '--last', '--to', '1h'], ['undo', 'nonsense'], ['undo', '--asset', '/nowhere.png']]) {
      expect((await alice(...bad)).code).toBe(2);
    }
  });
});

describe('alice trash', () => {
  it('[U12] lists what an undo put there, brings it back, and deletes what is old', async () => {
    await filed(['a.png']);
    const [path] = organized();
    await alice('undo', '--last');
    const [file] = (await alice('trash', 'list', '--json')).json();
    expect(file).toMatchObject({ file_name: 'harbor-001.png', bytes: tinyPng('a.png').length });
    expect((await alice('trash', 'restore', String(file!['id']))).code).toBe(0);
    expect(organized()).toEqual([path]);
    expect((await alice('trash', 'list')).stdout).toMatch(/empty/);

    await alice('undo', '--last');
    expect((await alice('trash', 'empty', '--older-than', '1')).stdout).toMatch(/^0 files deleted/);
    expect((await alice('trash', 'empty')).stdout).toMatch(/^1 file deleted/);
    expect(existsSync(join(home, 'organized', path!))).toBe(false);
    expect(inbox()).toEqual(['harbor/a.png']);
  });
});
