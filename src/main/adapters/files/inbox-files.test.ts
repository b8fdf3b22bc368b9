import { execFileSync } from 'node:child_process';
import {
  appendFileSync, closeSync, linkSync, mkdirSync, openSync, renameSync, statSync, symlinkSync, truncateSync, utimesSync, writeFileSync,
  writeSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Sighting } from '../../services/intake/ports';
import { tempFolder } from '../../testing/temp-folder';
import { a1111Png, brokenJpeg, drop, ratedPng, tinyPng } from '../../testing/tiny-pictures';
import { hashOf } from '../../testing/trees';
import { openFileSource } from './file-source';
import { inboxFilesOf } from './inbox-files';
import { isLeftAlone } from './left-alone';
import { looksComplete } from './looks-complete';

const inboxFiles = inboxFilesOf('/');

const notText = Buffer.concat([Buffer.from('caf'), Buffer.from([0xe9]), Buffer.from('.png')]);

async function sightings(folder: string): Promise<Sighting[]> {
  const found: Sighting[] = [];
  for await (const sighting of inboxFiles.scan(folder)) found.push(sighting);
  return found.sort((a, b) => a.path.localeCompare(b.path));
}

describe('[I14] a scan', () => {
  it('[I14] finds every file at every depth, and passes by what is left alone', async () => {
    const folder = tempFolder();
    for (const name of ['a.png', 'p/b.png', 'p/q/r/s/t/u/c.png', '.hidden.png', '.git/d.png', 'e.png.part', 'p/Thumbs.db']) drop(join(folder, name));
    mkdirSync(join(folder, 'empty'));
    expect((await sightings(folder)).map(({ path }) => path.slice(folder.length + 1))).toEqual(['a.png', 'p/b.png', 'p/q/r/s/t/u/c.png']);
  });

  it('[I5] reports a name that is no text, of a file or a folder, and goes on', async () => {
    const folder = tempFolder();
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), notText]), tinyPng());
    drop(join(folder, 'good.png'));
    expect(await sightings(folder)).toMatchObject([
      { kind: 'trouble', path: `${folder}//caf%E9.png`, trouble: { reason: 'name_not_text' } },
      { kind: 'path', path: join(folder, 'good.png') },
    ]);
  });

  it('[I14] of a folder that is gone is empty', async () => {
    expect(await sightings('/nowhere')).toEqual([]);
  });

  it('[I3] does not walk through links to folders, nor round in a ring', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'p'));
    symlinkSync(folder, join(folder, 'p', 'ring'));
    expect((await sightings(folder)).map(({ path }) => path.slice(folder.length + 1))).toEqual(['p/ring']);
  });
});

describe('[I3] only regular files', () => {
  it.each<[string, (path: string) => unknown, RegExp]>([
    ['a pipe', (path) => execFileSync('mkfifo', [path]), /a named pipe/],
    ['a link', (path) => { symlinkSync('/etc/hostname', path); }, /a symbolic link/],
    ['a dangling link', (path) => { symlinkSync('/nowhere', path); }, /a symbolic link/],
    ['a link to itself', (path) => { symlinkSync(path, path); }, /a symbolic link/],
  ])('[I3] %s is not opened', async (_, make, sentence) => {
    const path = join(tempFolder(), 'x.png');
    make(path);
    expect(await inboxFiles.look(path)).toMatchObject({ kind: 'trouble', reason: 'not_a_regular_file', message: expect.stringMatching(sentence) });
  });

  it('[I3] a socket and a device are not opened', async () => {
    const path = join(tempFolder(), 's.png');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(path, resolve));
    expect(await inboxFiles.look(path)).toMatchObject({ reason: 'not_a_regular_file', message: expect.stringContaining('a socket') });
    expect(await inboxFiles.look('/dev/null')).toMatchObject({ reason: 'not_a_regular_file', message: expect.stringContaining('a device') });
    server.close();
  });

  it('[I3] a pipe or link that takes a file\'s place after the look makes nobody wait', async () => {
    const folder = tempFolder();
    execFileSync('mkfifo', [join(folder, 'pipe.png')]);
    symlinkSync(drop(join(folder, 'real.png')), join(folder, 'link.png'));
    expect(await inboxFiles.identify(join(folder, 'pipe.png'))).toMatchObject({ kind: 'changed' });
    expect(await inboxFiles.identify(join(folder, 'link.png'))).toMatchObject({ kind: 'trouble', reason: 'file_operation_failed' });
    expect(await inboxFiles.looksComplete(join(folder, 'pipe.png'))).toBe(false);
  });

  it('[I3] a hard link is a file like any other', async () => {
    const folder = tempFolder();
    linkSync(drop(join(folder, 'a.png'), tinyPng()), join(folder, 'b.png'));
    expect(await inboxFiles.identify(join(folder, 'b.png'))).toMatchObject({ kind: 'identified', content_hash: hashOf(tinyPng()) });
  });
});

describe('[I7] the name of a file\'s bytes', () => {
  it.each<[string, Uint8Array, string]>([
    ['a small picture', tinyPng(), 'image'],
    ['a picture of more than one block', Buffer.concat([ratedPng(3), Buffer.alloc(3_500_000, 1)]), 'image'],
    ['a picture of exactly one block', Buffer.concat([tinyPng(), Buffer.alloc((1 << 20) - tinyPng().length, 2)]), 'image'],
  ])('[I7] is the SHA-256 of all of them: %s', async (_, bytes, media_type) => {
    const path = drop(join(tempFolder(), 'a.png'), bytes);
    expect(await inboxFiles.identify(path)).toMatchObject({ kind: 'identified', content_hash: hashOf(bytes), size: bytes.length, media_type });
  });

  it('[I4] an empty file, and one that is no media, are set aside with what they are', async () => {
    const folder = tempFolder();
    expect(await inboxFiles.identify(drop(join(folder, 'a.png'), ''))).toMatchObject({ kind: 'trouble', reason: 'empty', size: 0 });
    expect(await inboxFiles.identify(drop(join(folder, 'b.png'), '<html>'))).toMatchObject({ kind: 'not_media', content_hash: hashOf('<html>'), size: 6 });
    expect(await inboxFiles.identify(join(folder, 'none.png'))).toEqual({ kind: 'gone' });
  });

  const inPlace = (path: string) => {
    const handle = openSync(path, 'r+');
    writeSync(handle, 'changed', 100);
    closeSync(handle);
  };
  it.each<[string, (path: string) => void]>([
    ['grows', (path) => { appendFileSync(path, 'more'); }],
    ['is edited in place', inPlace],
    ['shrinks', (path) => { truncateSync(path, statSync(path).size - 5_000); }],
  ])('[I7] a file that %s while it is read has none', async (_, change) => {
    const path = drop(join(tempFolder(), 'big.png'), Buffer.concat([tinyPng(), Buffer.alloc(40_000_000)]));
    const writer = setInterval(() => { change(path); }, 1);
    const reading = inboxFiles.identify(path);
    await reading.finally(() => { clearInterval(writer); });
    expect(await reading).toEqual({ kind: 'changed' });
  });

  it('[I7] its identity changes with any change, also one that restores size and time', async () => {
    const path = drop(join(tempFolder(), 'a.png'), 'aaaa');
    utimesSync(path, 1_600_000_000, 1_600_000_000);
    const identity = async () => (await inboxFiles.look(path) as { identity: string }).identity;
    const before = await identity();
    expect(await identity()).toBe(before);
    await delay(10);
    writeFileSync(path, 'bbbb');
    utimesSync(path, 1_600_000_000, 1_600_000_000);
    expect(await identity()).not.toBe(before);
    const edited = await identity();
    renameSync(drop(`${path}.new`, 'bbbb'), path);
    expect(await identity()).not.toBe(edited);
  });

  it('[I1] a time in the future does not make it wait for ever', async () => {
    const path = drop(join(tempFolder(), 'a.png'));
    utimesSync(path, 4_000_000_000, 4_000_000_000);
    await delay(30);
    const look = (await inboxFiles.look(path)) as { unchangedMs: number };
    expect(look.unchangedMs).toBeGreaterThan(0);
    expect(look.unchangedMs).toBeLessThan(10_000);
  });
});

describe('[I27] a file that is too large to be read', () => {
  const sparse = (bytes: number) => {
    const path = drop(join(tempFolder(), 'vast.png'));
    truncateSync(path, bytes);
    return path;
  };

  it('[I27] is set aside at once with both sizes, also when it is a terabyte of nothing', async () => {
    const began = performance.now();
    const found = await inboxFiles.identify(sparse(1e12));
    expect(found).toMatchObject({ kind: 'trouble', reason: 'unreadable', size: 1e12 });
    expect((found as { message: string }).message).toMatch(/1.0 TB, more than the 200 GB/);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('[I27] is not read when the disk of the organized folder has no room for it', async () => {
    const organized = tempFolder();
    const found = await inboxFilesOf('/', { organized, largestFile: 1e13 }).identify(sparse(9e12));
    expect(found).toMatchObject({ kind: 'trouble', reason: 'disk_full', message: expect.stringMatching(/TB short of the 9.0 TB that this file needs/) });
  });
});

describe('[I20] a file that a program has open for writing', () => {
  it.skipIf(process.platform !== 'linux')('[I20] is known, by whatever way the inbox was named, and no other is (needs Linux)', async () => {
    const folder = tempFolder();
    const link = join(tempFolder(), 'link');
    symlinkSync(folder, link);
    const [writing, reading] = [openSync(drop(join(folder, 'written.png')), 'a'), openSync(drop(join(folder, 'read.png')), 'r')];
    const files = inboxFilesOf(link);
    expect(await Promise.all(['written.png', 'read.png', 'none.png'].map((name) => files.isBeingWritten(join(link, name))))).toEqual([true, false, false]);
    closeSync(writing);
    closeSync(reading);
  });
});

describe('[I26] the inbox itself', () => {
  it('[I26] is told by which folder it is, or by what is wrong with it', async () => {
    const home = tempFolder();
    const inbox = join(home, 'inbox');
    const files = inboxFilesOf(inbox);
    expect(await files.rootLook()).toMatchObject({ kind: 'trouble', reason: 'vanished' });
    mkdirSync(inbox);
    const first = await files.rootLook();
    renameSync(inbox, join(home, 'old'));
    mkdirSync(inbox);
    const second = await files.rootLook();
    expect([first, second]).toMatchObject([{ kind: 'folder', polled: false }, { kind: 'folder', polled: false }]);
    expect(first).not.toEqual(second);
    renameSync(inbox, join(home, 'new'));
    drop(inbox);
    expect(await files.rootLook()).toMatchObject({ kind: 'trouble', message: expect.stringContaining('is not a folder any more') });
  });

  it('[I26] a file is listed by its exact name', async () => {
    const folder = tempFolder();
    drop(join(folder, 'a.png'));
    expect([await inboxFiles.isListed(join(folder, 'a.png')), await inboxFiles.isListed(join(folder, 'A.png'))]).toEqual([true, false]);
  });
});

describe('[I1] whether a file is whole', () => {
  const gif = Buffer.from('GIF89a0000;', 'latin1');
  const riff = Buffer.concat([Buffer.from('RIFF\x08\0\0\0WEBPabcd', 'latin1')]);
  const box = (name: string) => Buffer.concat([Buffer.from([0, 0, 0, 16]), Buffer.from(`${name}isom0000`)]);
  const mp4 = Buffer.concat(['ftyp', 'mdat', 'moov'].map(box));
  const avif = Buffer.concat(['ftyp', 'meta', 'mdat'].map(box));
  it.each<[string, Uint8Array]>([['PNG', a1111Png('x')], ['JPEG', brokenJpeg()], ['GIF', gif], ['WebP', riff], ['MP4', mp4], ['AVIF', avif]])(
    '[I1] %s: by its end mark, and no part of it is whole',
    async (_, bytes) => {
      const folder = tempFolder();
      const whole = async (part: Uint8Array) => {
        const source = await openFileSource(drop(join(folder, 'x'), part));
        return looksComplete(source).finally(() => source.close());
      };
      expect(await whole(bytes)).toBe(true);
      for (let length = 12; length < bytes.length; length += Math.max(1, Math.floor(bytes.length / 23))) {
        expect([length, await whole(bytes.subarray(0, length))]).toEqual([length, false]);
      }
      expect(await whole(Buffer.from('plain text that is long enough'))).toBe(false);
    },
  );
});

it.each([
  ['.hidden', true], ['a.png.part', true], ['a.PARTIAL', true], ['a.crdownload', true], ['~$doc.png', true], ['a.tmp', true], ['desktop.ini', true],
  ['a.png', false], ['part.png', false], ['tmp', false], ['a.part.png', false], ['~a.png', false],
])('[I13] %s is left alone: %s', (name, alone) => {
  expect(isLeftAlone(name)).toBe(alone);
});
