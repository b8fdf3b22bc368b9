import { writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tempFolder } from '../../testing/temp-folder';
import { bytesBehind, folderOf, pathOfName, placeOf, readableNameFor, textOf } from './name-as-path';

const bytes = (text: string) => Buffer.from(text, 'latin1');

it.each([
  ['caf\xe9.png', '/in//caf%E9.png', 'café.png'], ['100%\xff', '/in//100%25%FF', '100%ÿ'], ['\x81\n.png', '/in//%81\n.png', null],
])('[I23] %j is written %j', (name, path, readable) => {
  expect(pathOfName('/in', bytes(name))).toBe(path);
  if (readable !== null) expect(readableNameFor(path)).toBe(readable);
});

it('[I23] text stays as it is, also where it looks like the escaped form of another name', () => {
  expect(pathOfName('/in', bytes('caf%E9.png'))).toBe('/in/caf%E9.png');
  expect([bytesBehind('/in/caf%E9.png'), placeOf('/in/caf%E9.png'), folderOf('/in/p/a.png')]).toEqual([null, '/in/caf%E9.png', '/in/p']);
});

it('[I23] every name has a path of its own, and the way back is exact', () => {
  const possible = (all: Uint8Array) => Buffer.from(all.filter((byte) => byte !== 0 && byte !== 0x2f));
  const name = fc.uint8Array({ minLength: 1, maxLength: 24 }).map(possible).filter((each) => each.length > 0);
  fc.assert(
    fc.property(name, name, (one, other) => {
      const path = pathOfName('/in/p', one);
      if (textOf(one) === null) expect(bytesBehind(path)).toEqual(Buffer.concat([Buffer.from('/in/p/'), one]));
      if (!one.equals(other) && textOf(one) === null) expect(pathOfName('/in/p', other)).not.toBe(path);
      if (textOf(one) === null) expect([folderOf(path), textOf(Buffer.from(readableNameFor(path)))]).toEqual(['/in/p', readableNameFor(path)]);
    }),
    { numRuns: 2_000 },
  );
});

it('[I23] a file is opened by the bytes behind its path', async () => {
  const folder = tempFolder();
  for (const name of ['caf\xe9', 'caf\xe8', 'a\xf0\x9f']) writeFileSync(Buffer.concat([Buffer.from(folder), bytes(`/${name}`)]), name, 'latin1');
  const names = await readdir(folder, { encoding: 'buffer' });
  const paths = names.map((name) => pathOfName(folder, name));
  expect(new Set(paths).size).toBe(3);
  expect((await Promise.all(paths.map((path) => readFile(placeOf(path), 'latin1')))).sort()).toEqual(['a\xf0\x9f', 'caf\xe8', 'caf\xe9']);
  await expect(readFile(join(folder, 'caf%E9'))).rejects.toThrow(/ENOENT/);
});
