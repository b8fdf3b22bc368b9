import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../testing/temp-folder';
import { CrashReports } from './crash-reports';
import { withoutPersonal } from './crash-reports-redact';

const versions = { alice: '9.9.9', electron: '45' };
const reportsIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'seen.json');

function reports(now = { at: Date.UTC(2026, 0, 31) }) {
  const folder = join(tempFolder(), 'crash-reports');
  return { folder, now, crashes: new CrashReports({ folder, appFolder: '/opt/alice', versions, now: () => now.at }) };
}

describe('[D115] crash reports', () => {
  it('[D115] a report says which versions ran, where it happened, the stack and the kinds of the last fifty events', () => {
    const { folder, crashes } = reports();
    for (let number = 0; number < 130; number += 1) crashes.remember(number < 129 ? 'asset.detected' : 'asset.organized');
    const error = new TypeError('a is not a function');
    error.stack = 'TypeError: a is not a function\n    at run (file:///opt/alice/out/main/index.js:12:34)\n    at node:internal/x:1:2';
    crashes.write('the main process', error);
    const [name = ''] = reportsIn(folder);
    expect(JSON.parse(readFileSync(join(folder, name), 'utf8'))).toEqual({
      at: '2026-01-31T00:00:00.000Z',
      where: 'the main process',
      versions,
      platform: `${process.platform} ${process.arch}`,
      error: 'TypeError: a is not a function',
      stack: ['at run (<app>/out/main/index.js:12:34)', 'at node:internal/x:1:2'],
      last_events: [...Array<string>(49).fill('asset.detected'), 'asset.organized'],
    });
  });

  it.each([
    ["ENOENT: no such file or directory, open '/home/ann/Pictures/secret lover.png'", "ENOENT: no such file or directory, open <text>"],
    ['Unexpected token \'a\', "a cat on a moonlit "... is not valid JSON', 'Unexpected token \'a\', <text> is not valid JSON'],
    ["Cannot read properties of undefined (reading 'path')", "Cannot read properties of undefined (reading 'path')"],
    ['at load (/home/ann/my pictures/x.js:3:4)', 'at load (<path>:3:4)'],
    ['at load (C:\\Users\\ann\\x y.js:3:4)', 'at load (<path>:3:4)'],
    ['\\\\nas\\pictures\\ann.png is gone', '<path>'],
    ['at file:///opt/alice/out/main/index.js:1:2', 'at <app>/out/main/index.js:1:2'],
    ['~/Pictures/ann.png', '<path>'],
    ['at node:fs:12:3', 'at node:fs:12:3'],
    ["ENOENT: no such file or directory, open '/home/ann/Ann's pictures/secret.png'", 'ENOENT: no such file or directory, open <text>'],
    ["ENOENT: no such file, rename '/home/ann/a.png' -> '/home/ann/b.png'", 'ENOENT: no such file, rename <text>'],
    ['Unexpected token, "a cat with a "red" hat" is not valid JSON', 'Unexpected token, <text> is not valid JSON'],
    ["Cannot set 'a' of 'b'", "Cannot set 'a' of 'b'"],
    ['EACCES at /home/ann/my (private) pictures/x.png', 'EACCES at <path>'],
    ['at load (/home/ann/my (private) pictures/x.js:3:4)', 'at load (<path>:3:4)'],
    ['ENOENT:/home/ann/x.png', 'ENOENT:<path>'],
    ['fetch of https://ann:key@example.com/secret?token=abc failed', 'fetch of <address> failed'],
    ['at app://alice/assets/index.js:1:2', 'at app://alice/assets/index.js:1:2'],
    ['“a portrait of Ann” was refused', '<text> was refused'],
  ])('[D115] %s is written as %s', (text, written) => {
    expect(withoutPersonal(text, '/opt/alice')).toBe(written);
  });

  it('[D115] what the prompt, file name or path of a person would be is in no report', () => {
    const { folder, crashes } = reports();
    const prompt = 'a portrait of my neighbour Ann, nude';
    for (const error of [
      new SyntaxError(`Unexpected token in "${prompt}"`), new Error(`EACCES: permission denied, open '/home/ann/${prompt}.png'`),
      new Error('/home/ann/x.png: bad'), `"${prompt}"`,
    ]) crashes.write('the main process', error);
    const all = reportsIn(folder).map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
    expect(reportsIn(folder)).toHaveLength(4);
    for (const secret of ['neighbour', 'nude', '/home/', 'ann/']) expect(all).not.toContain(secret);
  });

  it('[D115] an error that comes again and again is written five times a minute, and twenty reports are kept', () => {
    const { folder, now, crashes } = reports();
    for (let number = 0; number < 50; number += 1) crashes.write('the main process', new Error('again'));
    expect(reportsIn(folder)).toHaveLength(5);
    for (let minute = 0; minute < 10; minute += 1) {
      now.at += 61_000;
      for (let number = 0; number < 5; number += 1) crashes.write('the main process', new Error('again'));
    }
    expect(reportsIn(folder)).toHaveLength(20);
  });

  it('[D116] what is new since it was asked last is counted once, reports and memory dumps, also over a restart', () => {
    const { folder, crashes } = reports();
    expect(crashes.takeNew()).toBe(0);
    crashes.write('the main process', new Error('one'));
    mkdirSync(join(folder, 'dumps', 'pending'), { recursive: true });
    writeFileSync(join(folder, 'dumps', 'pending', 'a.dmp'), 'dump');
    const again = () => new CrashReports({ folder, appFolder: '/opt/alice', versions });
    expect(again().takeNew()).toBe(2);
    expect(again().takeNew()).toBe(0);
    writeFileSync(join(folder, 'dumps', 'pending', 'b.dmp'), 'dump');
    const later = new Date(Date.now() + 5_000);
    utimesSync(join(folder, 'dumps', 'pending', 'b.dmp'), later, later);
    expect(again().takeNew()).toBe(1);
  });

  it('[D116] no more than ten memory dumps are kept', () => {
    const { folder, crashes } = reports();
    for (let number = 0; number < 15; number += 1) writeFileSync(join(folder, 'dumps', `${number}.dmp`), 'dump');
    crashes.takeNew();
    expect(readdirSync(join(folder, 'dumps'))).toHaveLength(10);
  });
});
