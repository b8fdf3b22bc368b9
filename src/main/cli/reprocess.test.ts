import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { writeMovie } from '../services/assets/testing/write-movie';
import { runCli } from '../testing/run-cli';
import { tempFolder } from '../testing/temp-folder';
import { a1111Png, drop, tinyPng } from '../testing/tiny-pictures';
import { filesBelow } from '../testing/trees';

let home: string;
let data: string;
const alice = (command: string, ...more: string[]) => runCli(command, ...more, '--data', data);
const organize = (...more: string[]) => alice('organize', join(home, 'inbox'), '--to', join(home, 'organized'), ...more);

beforeEach(() => {
  home = tempFolder();
  data = join(home, 'data');
  mkdirSync(join(home, 'inbox'));
  drop(join(home, 'inbox/harbor/render_1.png'), tinyPng('one'));
  drop(join(home, 'inbox/harbor/boat.png'), a1111Png('a red boat'));
});

describe('[P87] alice rules', () => {
  it('[P87] adds, lists and removes, says so in the log, and holds for what is filed from then on', async () => {
    expect((await alice('rules', 'add', '--tool', 'My Studio', '--file-name', 'render_*')).code).toBe(0);
    await organize();
    expect(filesBelow(join(home, 'organized')).some((path) => path.includes('/my-studio/'))).toBe(true);
    await alice('rules', 'add', '--tool', 'Forge', '--key', 'Software', '--value', 'House*');
    expect((await alice('rules', 'list')).lines).toEqual(['  1  My Studio: files named render_*', '  2  Forge: files with the metadata key Software that says House*']);
    expect((await alice('rules', 'list', '--json')).json()).toEqual([[
      { kind: 'file-name', pattern: 'render_*', tool: 'My Studio' }, { kind: 'metadata-key', pattern: 'Software', value: 'House*', tool: 'Forge' },
    ]]);
    expect((await alice('rules', 'remove', '1')).stdout).toContain('Removed: My Studio');
    const told = (await alice('events', '--type', 'settings.changed', '--json')).json();
    expect(told).toHaveLength(2);
    expect(told.at(-1)).toMatchObject({ data: { setting: 'source_rules', value: [{ tool: 'Forge' }], previous_value: [{}, {}] } });
  });

  it('[P87] leaves the other settings as they are, and passes over what is no rule', async () => {
    mkdirSync(data);
    writeFileSync(join(data, 'settings.json'), JSON.stringify({ theme: 'dark', source_rules: [{ kind: 'nonsense' }, { kind: 'file-name', pattern: 'a*', tool: 'A' }] }));
    await alice('rules', 'add', '--tool', 'B', '--file-name', 'b*');
    expect(JSON.parse(readFileSync(join(data, 'settings.json'), 'utf8'))).toMatchObject({ theme: 'dark', source_rules: [{ tool: 'A' }, { tool: 'B' }] });
  });

  it.each([
    [['add', '--tool', 'X', '--file-name', '^a$'], /looks like a regular expression/],
    [['add', '--tool', 'X', '--file-name', '*'], /fits every file/],
    [['add', '--tool', 'X'], /--file-name or --key/],
    [['add', '--tool', 'X', '--file-name', 'a', '--value', 'b'], /a file name has none/],
    [['remove', '7'], /There is no source rule 7/],
  ])('[P87] %j is refused in a sentence', async (args, sentence) => {
    const { code, stderr } = await alice('rules', ...args);
    expect([code, stderr]).toEqual([2, expect.stringMatching(sentence)]);
    expect(existsSync(join(data, 'settings.json'))).toBe(false);
  });
});

describe('[P88] alice reprocess', () => {
  it('[P88] tells what changed, what would be filed elsewhere, and moves it when asked', async () => {
    await organize();
    await alice('rules', 'add', '--tool', 'My Studio', '--file-name', 'render_*');
    const first = await alice('reprocess');
    expect(first.code).toBe(0);
    expect(first.lines[0]).toMatch(/^2 files read anew \(\d+ files\/s\): 1 tell something new, 1 the same, 0 missing, 0 could not be read\.$/);
    expect(first.lines[1]).toBe('1 file would now be filed elsewhere; --refile moves it.');
    expect(filesBelow(join(home, 'organized')).some((path) => path.includes('/my-studio/'))).toBe(false);
    const second = await alice('reprocess', '--refile');
    expect(second.stdout).toContain('2 files had been read by these readers before');
    expect(second.stdout).toContain('1 file moved to where they belong now');
    expect(filesBelow(join(home, 'organized')).some((path) => path.includes('/my-studio/'))).toBe(true);
    expect((await alice('verify')).code).toBe(0);
  });

  it('[P88] uses rules of a file, counts what is missing and names it', async () => {
    await organize();
    const rules = join(home, 'rules.json');
    writeFileSync(rules, JSON.stringify([{ kind: 'metadata-key', pattern: 'Comment', tool: 'House' }]));
    rmSync(join(home, 'organized', filesBelow(join(home, 'organized')).find((path) => path.includes('a1111'))!));
    const result = await alice('reprocess', '--rules', rules, '--json');
    expect(result.code).toBe(1);
    expect(result.json()).toEqual([expect.objectContaining({ done: 2, changed: 1, missing: 1, elsewhere: 1, troubles: [{ path: expect.stringContaining('harbor-001.png') as string, message: 'It is not where it was filed.' }] })]);
    writeFileSync(rules, '{"kind":"file-name"}');
    expect((await alice('reprocess', '--rules', rules)).stderr).toContain('is no list of source rules');
  });

  it.each([
    [['--since', 'yesterday'], /“yesterday” is no day/],
    [['--project', ''], /--project is empty/],
  ])('[P88] %j is refused in a sentence', async (args, sentence) => {
    await organize();
    const { code, stderr } = await alice('reprocess', ...args);
    expect([code, stderr]).toEqual([2, expect.stringMatching(sentence)]);
  });

  it('[P88] reads nothing while the organized folder is not there', async () => {
    await organize();
    rmSync(join(home, 'organized'), { recursive: true });
    const { code, stderr } = await alice('reprocess');
    expect([code, stderr]).toEqual([2, expect.stringContaining('Is the drive plugged in?')]);
  });
});

describe('[P89] alice read', () => {
  it('[P89] tells the facts of pixels and time, the metadata itself when asked, and follows own rules', async () => {
    const movie = drop(join(home, 'render_2.mp4'), writeMovie({ tags: { comment: 'two boats' }, hasSound: true }));
    const [told] = (await alice('read', movie, '--json', '--raw')).json();
    expect(told).toMatchObject({ format: 'mp4', facts: { duration: 4, codec: 'h264', has_audio: true }, raw: [{ key: 'mp4:comment', text: 'two boats', length: 9 }] });
    await alice('rules', 'add', '--tool', 'My Studio', '--file-name', 'render_*');
    const { stdout } = await alice('read', movie, '--raw');
    for (const line of ['Tool      My Studio', 'Codec     h264', 'Duration  4 s', 'Frames    96, 24 a second', 'Sound     yes', 'Raw       mp4:comment: two boats']) expect(stdout).toContain(line);
  });

  it('[P89] what cannot be read is said, and the others are read', async () => {
    const good = drop(join(home, 'boat.png'), a1111Png('a red boat'));
    const { code, stdout } = await alice('read', join(home, 'nowhere.png'), home, good);
    expect(code).toBe(1);
    expect(stdout).toContain('There is no such file.');
    expect(stdout).toContain('a red boat');
  });
});
