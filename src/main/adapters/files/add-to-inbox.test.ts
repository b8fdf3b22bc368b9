import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { tempFolder } from '../../testing/temp-folder';
import { drop } from '../../testing/tiny-pictures';
import { contentsOf, filesBelow, missingFrom, snapshotOf } from '../../testing/trees';
import { addToInbox } from './add-to-inbox';

let home: string;
let inbox: string;
let outside: string;

beforeEach(() => {
  home = tempFolder();
  inbox = join(home, 'inbox');
  outside = join(home, 'outside');
  mkdirSync(inbox);
  mkdirSync(outside);
});

describe('[I16] adding files to the inbox', () => {
  it('[I16] copies files and whole folders with their times, leaves the originals alone and no part behind', async () => {
    drop(join(outside, 'a.png'));
    drop(join(outside, 'Harbor/night/b.png'));
    utimesSync(join(outside, 'a.png'), 1_500_000_000, 1_500_000_000);
    const before = snapshotOf(outside);
    expect(await addToInbox(inbox, [join(outside, 'a.png'), join(outside, 'Harbor')])).toEqual({ added: 2, problems: [] });
    expect(filesBelow(inbox)).toEqual(['Harbor/night/b.png', 'a.png']);
    expect(statSync(join(inbox, 'a.png')).mtimeMs).toBe(1_500_000_000_000);
    expect(snapshotOf(outside)).toEqual(before);
  });

  it('[I16] never overwrites: many of the same name at once all arrive', async () => {
    drop(join(inbox, 'a.png'), 'was here');
    const sources = Array.from({ length: 8 }, (_, i) => drop(join(outside, String(i), 'a.png'), `content ${i}`));
    const results = await Promise.all(sources.map((source) => addToInbox(inbox, [source])));
    expect(results).toEqual(sources.map(() => ({ added: 1, problems: [] })));
    expect(missingFrom(contentsOf(outside), contentsOf(inbox))).toEqual([]);
    expect(readFileSync(join(inbox, 'a.png'), 'utf8')).toBe('was here');
    expect(filesBelow(inbox)).toEqual(['a (2).png', 'a (3).png', 'a (4).png', 'a (5).png', 'a (6).png', 'a (7).png', 'a (8).png', 'a (9).png', 'a.png']);
  });

  it.each<[string, () => string, RegExp]>([
    ['a file that lies there already', () => drop(join(inbox, 'a.png')), /lies in the inbox already/],
    ['the inbox itself', () => inbox, /lies in the inbox already/],
    ['a folder around the inbox', () => home, /contains the inbox/],
    ['a link', () => { symlinkSync('/etc/hostname', join(outside, 'l.png')); return join(outside, 'l.png'); }, /is a link or device/],
    ['a pipe', () => { execFileSync('mkfifo', [join(outside, 'pipe')]); return join(outside, 'pipe'); }, /is a link or device/],
    ['a file that is not there', () => join(outside, 'gone.png'), /gone\.png was not added/],
    ['a name too long for its number', () => drop(join(outside, `${'x'.repeat(300).slice(0, 251)}.png`)), /^$/],
  ])('[I16] says in a sentence what it could not add, and adds the others: %s', async (_, make, sentence) => {
    const path = make();
    const good = drop(join(home, 'elsewhere', 'good.png'));
    const { added, problems } = await addToInbox(inbox, [path, good]);
    if (sentence.test('')) expect({ added, problems }).toEqual({ added: 2, problems: [] });
    else expect({ added, problems }).toEqual({ added: 1, problems: [expect.stringMatching(sentence)] });
    expect(filesBelow(inbox)).toContain('good.png');
  });

  it('[I16] leaves hidden and temporary files of a folder where they are', async () => {
    for (const name of ['.DS_Store', 'x.part', 'Thumbs.db', 'a.png']) drop(join(outside, 'set', name), name);
    expect(await addToInbox(inbox, [join(outside, 'set')])).toEqual({ added: 1, problems: [] });
    expect(filesBelow(inbox)).toEqual(['set/a.png']);
  });
});
