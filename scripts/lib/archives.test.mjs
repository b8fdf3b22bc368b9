import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { extractTarEntry } from './tar-entry.mjs';
import { unzip } from './zip-reader.mjs';

const tarOf = (entries) =>
  Buffer.concat(
    Object.entries(entries).flatMap(([name, content]) => {
      const header = Buffer.alloc(512);
      header.write(name, 0);
      header.write(content.length.toString(8).padStart(11, '0'), 124);
      return [header, content, Buffer.alloc((512 - (content.length % 512)) % 512)];
    }),
  );

/** `wide` writes every size and offset the zip64 way. */
const zipOf = (entries, wide = false) => {
  const locals = [];
  const directory = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const packed = deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    const numbers = [content.length, packed.length, offset];
    [24, 20, 42].forEach((at, i) => entry.writeUInt32LE(wide ? 0xffffffff : numbers[i], at));
    entry.writeUInt16LE(name.length, 28);
    const extra = Buffer.alloc(wide ? 28 : 0);
    if (wide) {
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(24, 2);
      numbers.forEach((number, i) => extra.writeBigUInt64LE(BigInt(number), 4 + 8 * i));
    }
    entry.writeUInt16LE(extra.length, 30);
    entry.writeUInt32LE((0o100755 << 16) >>> 0, 38);
    locals.push(local, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name), extra);
    offset += 30 + name.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, list, end]);
};

describe('the readers of archives', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'alice-archive-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it.each([1, 7, 511, 4096])('take one entry out of a tar that comes in pieces of %i bytes', async (piece) => {
    const content = Buffer.from('picture '.repeat(300));
    const tar = tarOf({ 'a/first': Buffer.from('no'), 'a/wanted': content, 'a/last': Buffer.alloc(512) });
    const pieces = Array.from({ length: Math.ceil(tar.length / piece) }, (_, i) => tar.subarray(i * piece, (i + 1) * piece));
    expect(await extractTarEntry(Readable.from(pieces), 'a/wanted', join(folder, 'out'))).toBe(true);
    expect(readFileSync(join(folder, 'out'))).toEqual(content);
  });

  it('say that a tar does not hold an entry, or ends in the middle of it', async () => {
    const tar = tarOf({ 'a/wanted': Buffer.alloc(900, 'x') });
    expect(await extractTarEntry(Readable.from([tar]), 'a/other', join(folder, 'out'))).toBe(false);
    expect(await extractTarEntry(Readable.from([tar.subarray(0, 800)]), 'a/wanted', join(folder, 'out'))).toBe(false);
  });

  it.each([false, true])('unpack the chosen files of a zip (zip64: %s)', async (wide) => {
    const archive = join(folder, 'a.zip');
    writeFileSync(archive, zipOf({ 'x/one': Buffer.from('1'.repeat(5000)), 'x/': Buffer.alloc(0), 'x/two': Buffer.from('2') }, wide));
    expect(await unzip(archive, join(folder, 'out'), (name) => (name === 'x/one' ? 'deep/one' : undefined))).toBe(1);
    expect(readFileSync(join(folder, 'out/deep/one'), 'utf8')).toBe('1'.repeat(5000));
  });

  it('write nothing outside the folder', async () => {
    const archive = join(folder, 'a.zip');
    writeFileSync(archive, zipOf({ '../evil': Buffer.from('x') }));
    await expect(unzip(archive, join(folder, 'out'), (name) => name)).rejects.toThrow('outside its folder');
  });
});
