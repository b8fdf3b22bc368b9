import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FileIntent } from '../../services/organizer/ports';
import { inFolder, tempFolder } from '../../testing/temp-folder';
import { drop, tinyPng } from '../../testing/tiny-pictures';
import { contentsOf, filesBelow, hashOf, snapshotOf } from '../../testing/trees';
import { filingTools } from './filing-tools';

let count = 0;

/** A file in an inbox and the wish to have it filed. */
function wish(home: string, { bytes = tinyPng(`wish ${(count += 1)}`), name = 'p-001.png', to = join(home, 'organized') } = {}): FileIntent {
  const source_path = drop(join(home, 'inbox', `a${(count += 1)}.png`), bytes);
  return {
    operation_id: `op-${count}`, cause_id: `cause-${count}`, content_hash: hashOf(bytes), source_path,
    destination_path: join(to, 'day', 'p', name), operation: 'copy', kind: 'copy', state: 'planned',
  };
}

const partOf = ({ destination_path, operation_id }: FileIntent) => join(dirname(destination_path), `.alice-${operation_id}.part`);

describe('[O5] a verified copy', () => {
  it('[O5] has the bytes, the time and the permissions of the original, which is not touched; no part is left', async () => {
    const home = tempFolder();
    const intent = wish(home, { bytes: Buffer.alloc(3_000_000, 7) });
    utimesSync(intent.source_path, 1_600_000_000, 1_600_000_000);
    chmodSync(intent.source_path, 0o640);
    const before = snapshotOf(join(home, 'inbox'));
    expect(await filingTools.copyVerified(intent)).toMatchObject({ kind: 'published' });
    expect(hashOf(readFileSync(intent.destination_path))).toBe(intent.content_hash);
    expect(statSync(intent.destination_path)).toMatchObject({ mode: 0o100640, nlink: 1, mtimeMs: 1_600_000_000_000 });
    expect(snapshotOf(join(home, 'inbox'))).toEqual(before);
    expect(filesBelow(join(home, 'organized'))).toEqual(['day/p/p-001.png']);
  });

  it('[O5] of a write-protected original is write-protected', async () => {
    const intent = wish(tempFolder());
    chmodSync(intent.source_path, 0o444);
    expect(await filingTools.copyVerified(intent)).toMatchObject({ kind: 'published' });
    expect(statSync(intent.destination_path).mode & 0o777).toBe(0o444);
  });

  it.skipIf(!existsSync('/dev/shm'))('[O13] goes to another device (needs a second one)', async () => {
    const other = tempFolder('/dev/shm');
    const intent = wish(tempFolder(), { to: other });
    expect(statSync(other).dev).not.toBe(statSync(intent.source_path).dev);
    expect(await filingTools.copyVerified(intent)).toMatchObject({ kind: 'published' });
    expect(contentsOf(other)).toEqual([intent.content_hash]);
  });

  it('[O9] is thrown away where the original no longer holds the bytes that were named', async () => {
    const home = tempFolder();
    const intent = wish(home);
    writeFileSync(intent.source_path, 'something else');
    expect(await filingTools.copyVerified(intent)).toMatchObject({ kind: 'trouble', reason: 'changed_while_read' });
    await filingTools.clearRemains(intent);
    expect(filesBelow(join(home, 'organized'))).toEqual([]);
    expect(readFileSync(intent.source_path, 'utf8')).toBe('something else');
  });

  it('[O4] takes over a part that its own earlier try left behind, whatever is in it', async () => {
    const intent = wish(tempFolder());
    writeFileSync(inFolder(partOf(intent)), 'half');
    expect(await filingTools.copyVerified(intent)).toMatchObject({ kind: 'published' });
    expect(existsSync(partOf(intent))).toBe(false);
  });
});

describe('[O4] a name that is taken', () => {
  it.each<[string, (path: string) => void]>([
    ['a file', (path) => { writeFileSync(path, 'foreign'); }],
    ['an empty file', (path) => { writeFileSync(path, ''); }],
    ['a folder', (path) => { mkdirSync(path); }],
    ['a link to nothing', (path) => { symlinkSync('/nowhere', path); }],
  ])('[O4] by %s stays as it is', async (_, take) => {
    const home = tempFolder();
    const intent = wish(home);
    take(inFolder(intent.destination_path));
    const before = snapshotOf(dirname(intent.destination_path));
    expect(await filingTools.copyVerified(intent)).toEqual({ kind: 'taken' });
    const after = snapshotOf(dirname(intent.destination_path));
    expect(after['p-001.png']).toBe(before['p-001.png']);
    expect(Object.keys(after)).toEqual(Object.keys(before));
  });

  it('[O4] is won by one of many who want it at once, and nobody\'s bytes are mixed or lost', async () => {
    const home = tempFolder();
    const wishes = Array.from({ length: 16 }, () => wish(home));
    const outcomes = await Promise.all(wishes.map((intent) => filingTools.copyVerified(intent)));
    const winners = wishes.filter((_, i) => outcomes[i]?.kind === 'published');
    expect(winners).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === 'taken')).toHaveLength(15);
    expect(contentsOf(join(home, 'organized'))).toEqual([winners[0]?.content_hash]);
  });
});

describe('[O7] expected trouble leaves the original alone and says what is wrong', () => {
  it('[O7] the original is gone', async () => {
    const intent = { ...wish(tempFolder()), source_path: '/nowhere/a.png' };
    expect(await filingTools.copyVerified(intent)).toMatchObject({ kind: 'trouble', reason: 'vanished' });
  });

  it.each<[string, (path: string) => void]>([
    ['a symbolic link', (path) => { symlinkSync('/etc/hostname', path); }],
    ['a pipe', (path) => { execFileSync('mkfifo', [path]); }],
    ['a folder', (path) => { mkdirSync(path); }],
  ])('[I3] %s that stands where the file stood is neither followed nor waited for', async (_, make) => {
    const home = tempFolder();
    const source_path = join(home, 'inbox-item');
    make(source_path);
    expect(await filingTools.copyVerified({ ...wish(home), source_path })).toMatchObject({ kind: 'trouble' });
    expect(filesBelow(join(home, 'organized')).filter((path) => !path.includes('.part'))).toEqual([]);
  });

  it('[O7] a file stands where a folder must be', async () => {
    const home = tempFolder();
    drop(join(home, 'organized', 'day'), 'a file');
    expect(await filingTools.copyVerified(wish(home))).toMatchObject({ kind: 'trouble', reason: 'file_operation_failed' });
  });
});

describe('[O6] removing the original of a move', () => {
  it('[O6] removes it when it still holds the bytes that were published, and says so when it has gone already', async () => {
    const intent = wish(tempFolder());
    expect(await filingTools.removeOriginal(intent)).toEqual({ kind: 'removed' });
    expect(existsSync(intent.source_path)).toBe(false);
    expect(await filingTools.removeOriginal(intent)).toEqual({ kind: 'removed' });
  });

  it('[O6] keeps it when it holds something else', async () => {
    const intent = wish(tempFolder());
    writeFileSync(intent.source_path, 'edited meanwhile');
    expect(await filingTools.removeOriginal(intent)).toMatchObject({ kind: 'kept' });
    expect(readFileSync(intent.source_path, 'utf8')).toBe('edited meanwhile');
  });

  it('[O6] keeps a link that took its place, and what the link points to', async () => {
    const home = tempFolder();
    const intent = wish(home);
    const link = join(home, 'link.png');
    symlinkSync(intent.source_path, link);
    expect(await filingTools.removeOriginal({ ...intent, source_path: link })).toMatchObject({ kind: 'kept' });
    expect([existsSync(link), existsSync(intent.source_path)]).toEqual([true, true]);
  });

  it('[O6] removes one of two hard links, the other stays', async () => {
    const home = tempFolder();
    const intent = wish(home);
    linkSync(intent.source_path, join(home, 'second.png'));
    expect(await filingTools.removeOriginal(intent)).toEqual({ kind: 'removed' });
    expect(hashOf(readFileSync(join(home, 'second.png')))).toBe(intent.content_hash);
  });
});

describe('[O3] the numbers of a folder', () => {
  it.each<[string, string[], number]>([
    ['nothing there', [], 0],
    ['its own files, of any kind and width', ['p-001.png', 'p-012.jpg', 'P-0007.webp'], 12],
    ['numbers beyond three digits', ['p-1000.png', 'p-999.png'], 1000],
    ['other names', ['q-900.png', 'p-x.png', 'pp-800.png', 'p-700', 'p-600.tar.gz', '.p-500.png'], 0],
    ['a number too long to be one', ['p-9999999999999999999.png', 'p-002.png'], 2],
  ])('[O3] %s', async (_, names, highest) => {
    const folder = tempFolder();
    for (const name of names) drop(join(folder, name));
    expect(await filingTools.highestNumber(folder, 'p')).toBe(highest);
  });

  it('[O3] a folder that is not there, or is none, has none: the copy will say what is wrong', async () => {
    expect(await filingTools.highestNumber('/nowhere', 'p')).toBe(0);
    expect(await filingTools.highestNumber(drop(join(tempFolder(), 'file')), 'p')).toBe(0);
  });
});

it('[O8] knows whether a file with exactly these bytes lies there', async () => {
  const intent = wish(tempFolder());
  expect(await filingTools.holds(intent.source_path, intent.content_hash)).toBe(true);
  expect(await filingTools.holds(intent.source_path, hashOf('other'))).toBe(false);
  expect(await filingTools.holds('/nowhere', intent.content_hash)).toBe(false);
  expect(await filingTools.holds(join(intent.source_path, 'below'), intent.content_hash)).toBe(false);
  expect(await filingTools.holds(dirname(intent.source_path), intent.content_hash)).toBe(false);
  symlinkSync(intent.source_path, `${intent.source_path}.link`);
  expect(await filingTools.holds(`${intent.source_path}.link`, intent.content_hash)).toBe(false);
});
