import { execFileSync } from 'node:child_process';
import { getAttribute, setAttribute } from '@napi-rs/xattr';
import {
  chmodSync, closeSync, existsSync, linkSync, mkdirSync, openSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
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
    const source_path = join(home, 'organized', 'item');
    make(inFolder(source_path));
    expect(await filingTools.copyVerified({ ...wish(home), source_path })).toMatchObject({ kind: 'trouble' });
    expect(filesBelow(join(home, 'organized'))).toEqual([]);
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
    await filingTools.copyVerified(intent);
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
    await filingTools.copyVerified(intent);
    linkSync(intent.source_path, join(home, 'second.png'));
    expect(await filingTools.removeOriginal(intent)).toEqual({ kind: 'removed' });
    expect(hashOf(readFileSync(join(home, 'second.png')))).toBe(intent.content_hash);
  });
});

describe('[O26] a file that changes its place on one device', () => {
  it('[O26] gets its second name without a byte being copied, and loses the first', async () => {
    const intent: FileIntent = { ...wish(tempFolder()), kind: 'refile', operation: 'move' };
    const { ino } = statSync(intent.source_path);
    const published = await filingTools.relocate(intent);
    expect(published).toMatchObject({ kind: 'published' });
    expect(statSync(intent.destination_path)).toMatchObject({ ino, nlink: 2 });
    expect(await filingTools.removeOriginal(intent, published.kind === 'published' ? published.proof : null)).toEqual({ kind: 'removed' });
    expect(statSync(intent.destination_path)).toMatchObject({ ino, nlink: 1 });
    expect(existsSync(intent.source_path)).toBe(false);
  });

  it('[O26] is copied when it has further names: whoever writes under one of them does not write into what is organized', async () => {
    const home = tempFolder();
    const intent = wish(home);
    linkSync(intent.source_path, join(home, 'second.png'));
    expect(await filingTools.relocate(intent)).toMatchObject({ kind: 'published' });
    writeFileSync(join(home, 'second.png'), 'written later');
    expect(hashOf(readFileSync(intent.destination_path))).toBe(intent.content_hash);
  });

  it('[O26] a late writer\'s bytes end in the file that stays, and the original is kept', async () => {
    const intent: FileIntent = { ...wish(tempFolder()), operation: 'move' };
    const writer = openSync(intent.source_path, 'a');
    const published = await filingTools.relocate(intent);
    writeSync(writer, 'late');
    closeSync(writer);
    expect(await filingTools.removeOriginal(intent, published.kind === 'published' ? published.proof : null)).toMatchObject({ kind: 'kept' });
    expect(readFileSync(intent.destination_path, 'latin1')).toMatch(/late$/);
  });

  it.skipIf(!existsSync('/dev/shm'))('[O13] is copied to another device (needs a second one)', async () => {
    const intent: FileIntent = { ...wish(tempFolder(), { to: tempFolder('/dev/shm') }), operation: 'move' };
    expect(await filingTools.relocate(intent)).toMatchObject({ kind: 'published' });
    expect(statSync(intent.source_path).nlink).toBe(1);
  });

  it('[O23] under two names of one folder is one file: it is never removed', async () => {
    const home = tempFolder();
    const intent = wish(home);
    symlinkSync(join(home, 'inbox'), join(home, 'same'));
    const destination_path = join(home, 'same', basename(intent.source_path));
    expect(await filingTools.relocate({ ...intent, destination_path })).toMatchObject({ kind: 'published' });
    expect(await filingTools.removeOriginal({ ...intent, destination_path })).toMatchObject({ kind: 'kept' });
    expect(contentsOf(home)).toEqual([intent.content_hash]);
  });
});

describe('[O27] extended attributes', () => {
  it('[O27] of the original are those of its copy', async ({ skip }) => {
    const intent = wish(tempFolder());
    try {
      await setAttribute(intent.source_path, 'user.xdg.origin.url', 'https://example.org/');
    } catch {
      skip('This file system has no extended attributes.');
    }
    expect(await filingTools.copyVerified(intent)).toMatchObject({ kind: 'published' });
    expect(String(await getAttribute(intent.destination_path, 'user.xdg.origin.url'))).toBe('https://example.org/');
  });
});

describe('[O28] names that will not do', () => {
  it('[O28] a name that the disk does not take is said in a sentence, and the original stays', async () => {
    const intent = wish(tempFolder(), { name: `${'ü'.repeat(140)}-001.png` });
    expect(await filingTools.copyVerified(intent)).toMatchObject({ kind: 'trouble', reason: 'name_too_long', message: expect.stringMatching(/shorter project name/) });
    expect(await filingTools.relocate(intent)).toMatchObject({ kind: 'trouble', reason: 'name_too_long' });
    expect(existsSync(intent.source_path)).toBe(true);
  });

  it('[O28] a path that is too long as a whole is, too', async () => {
    const home = tempFolder();
    const intent = wish(home, { to: join(home, ...Array.from({ length: 40 }, () => 'x'.repeat(120))) });
    expect(await filingTools.copyVerified(intent)).toMatchObject({ kind: 'trouble', reason: 'name_too_long' });
  });

  it('[O3] numbers of names in another case or normal form count: some disks do not tell them apart', async () => {
    const folder = tempFolder();
    drop(join(folder, 'CAFE\u0301-004.png'));
    expect(await filingTools.highestNumber(folder, 'caf\u00e9')).toBe(4);
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
