import { mkdirSync, realpathSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../testing/temp-folder';
import { drop } from '../testing/tiny-pictures';
import { grantedFile, mediaAddress, pageFile } from './served-files';

const hash = 'ab'.repeat(32);

/** Every way of writing a step upwards or to the top, combined with every target: the S8 table. */
const steps = [
  '..', '../..', '%2e%2e', '%2E%2E', '.%2e', '%252e%252e', '%c0%ae%c0%ae', '..%2f', '..%5c', '..\\', '....//', '%2e%2e%2f', '%2e%2e%5c', '..;/', '/', '//', '\\\\',
  '%5c%5c', '/..', '/%00', '%u002e%u002e', '․․', '．．', '..%00/', '%ff', '.', '',
];
const targets = ['etc/passwd', 'package.json', 'main/index.js', 'C:/Windows/win.ini', `thumb/${hash}`, hash, 'server/share/secret.png', 'index.html%00.png', 'x'.repeat(40_000)];
const table = steps.flatMap((step) => targets.map((target) => `${step}/${target}`));

describe('[A64] what is served', () => {
  it('[A64] of more than two hundred addresses only a kind and a plain hash mean something', () => {
    expect(table.length).toBeGreaterThanOrEqual(200);
    const understood = ['thumb', 'screen', 'picture', 'video', 'other', '..', ''].flatMap((host) => table.map((path) => `alice-media://${host}/${path}`)).filter((address) => mediaAddress(address) !== null);
    // A browser tidies some of them up to a plain hash; then it is that hash.
    for (const address of understood) expect(new URL(address).pathname).toBe(`/${hash}`);
    expect(mediaAddress(`alice-media://picture/${hash}`)).toEqual({ kind: 'picture', hash });
    for (const address of [
      `http://picture/${hash}`, `file:///${hash}`, `alice-media://picture/${hash}?a`, `alice-media://user@picture/${hash}`, `alice-media://picture:80/${hash}`,
      `alice-media://picture/${hash}/`, `alice-media://picture/${hash.toUpperCase()}`, `alice-media://picture/${hash}0`, `alice-media:${hash}`, 'no address', '',
    ]) {
      expect(mediaAddress(address), address).toBeNull();
    }
  });

  it('[A64] no path of a page leads out of its folder', () => {
    for (const path of table) {
      const file = pageFile(`/${path}`, '/app/renderer');
      if (file !== null) expect(file).toMatch(/^\/app\/renderer\/./s);
    }
    expect(pageFile('/assets/index.js', '/app/renderer')).toBe('/app/renderer/assets/index.js');
    expect(pageFile('/', '/app/renderer')).toBeNull();
    expect(pageFile('/..evil/x.js', '/app/renderer')).toBe('/app/renderer/..evil/x.js');
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('.', '/', '\\', '%', '2', 'e', 'f', '5', 'c', '0', 'a', '%2e', '%2f', '%5c') }), (path) => {
      expect(pageFile(`/${path}`, '/app/renderer') ?? '/app/renderer/x').toMatch(/^\/app\/renderer\/./s);
    }), { numRuns: 5_000 });
  });

  it('[A64] a file is served out of a granted folder only, wherever its own folders are linked to', async () => {
    const home = tempFolder();
    const [granted, outside] = [join(home, 'organized'), join(home, 'outside')];
    const file = drop(join(granted, 'day', 'project', 'a.png'));
    drop(join(outside, 'a.png'), 'secret');
    expect(await grantedFile(file, [granted])).toEqual({ place: file });
    expect(await grantedFile(file, [])).toBe('outside');
    expect(await grantedFile(join(outside, 'a.png'), [granted])).toBe('outside');
    expect(await grantedFile(join(granted, '..', 'outside', 'a.png'), [granted])).toBe('outside');
    expect(await grantedFile(granted, [granted])).toBe('outside');
    expect(await grantedFile(join(home, 'organized2', 'a.png'), [granted])).toBe('gone');

    renameSync(join(granted, 'day'), join(granted, 'kept'));
    symlinkSync(outside, join(granted, 'day'));
    mkdirSync(join(outside, 'project'));
    writeFileSync(join(outside, 'project', 'a.png'), 'secret');
    expect(await grantedFile(file, [granted])).toBe('outside');
  });

  it('[A64] a granted folder may be a link itself, and a picture may lie behind a link that stays inside', async () => {
    const home = tempFolder();
    const real = join(home, 'drive', 'pictures');
    drop(join(real, 'day', 'a.png'));
    symlinkSync(real, join(home, 'organized'));
    symlinkSync(join(real, 'day'), join(real, 'again'));
    expect(await grantedFile(join(home, 'organized', 'day', 'a.png'), [join(home, 'organized')])).toEqual({ place: join(realpathSync(real), 'day', 'a.png') });
    expect(await grantedFile(join(real, 'again', 'a.png'), [real])).toEqual({ place: join(real, 'day', 'a.png') });
  });
});
