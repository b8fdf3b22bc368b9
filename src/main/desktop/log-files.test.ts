import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../testing/temp-folder';
import { LogFiles } from './log-files';

const now = () => new Date('2026-01-31T12:00:00.000Z');
const bytesOf = (folder: string) => readdirSync(folder).map((name) => readFileSync(join(folder, name)).length);

describe('[D114] logs', () => {
  it('[D114] a line has its moment, and nothing in it can write over a terminal or begin a line of its own', () => {
    const folder = join(tempFolder(), 'logs');
    const logs = new LogFiles({ folder, now });
    logs.write('plain');
    logs.write('a name\n2026 forged\u001b[2J\u202e');
    expect(readFileSync(join(folder, 'alice.log'), 'utf8')).toBe(
      '2026-01-31T12:00:00.000Z plain\n2026-01-31T12:00:00.000Z a name 2026 forged\\u001b[2J\\u202e\n',
    );
  });

  it('[D114] there are never more files, and none is ever larger, than asked; the newest lines are kept in order', () => {
    const folder = tempFolder();
    const logs = new LogFiles({ folder, largest: 1_000, files: 3, now });
    for (let line = 0; line < 200; line += 1) logs.write(`line ${line} ${'ä'.repeat(line % 40)}`);
    expect(readdirSync(folder).sort()).toEqual(['alice.1.log', 'alice.2.log', 'alice.log']);
    for (const bytes of bytesOf(folder)) expect(bytes).toBeLessThanOrEqual(1_000);
    const all = ['alice.2.log', 'alice.1.log', 'alice.log'].map((name) => readFileSync(join(folder, name), 'utf8')).join('');
    const numbers = [...all.matchAll(/ line (\d+) /g)].map(([, number]) => Number(number));
    expect(numbers).toEqual(Array.from(numbers, (_, at) => 200 - numbers.length + at));
    expect(numbers.length).toBeGreaterThan(20);
  });

  it('[D114] the next run writes on, and a line longer than a file does not break the bound by more than itself', () => {
    const folder = tempFolder();
    new LogFiles({ folder, largest: 200, files: 2, now }).write('before');
    const logs = new LogFiles({ folder, largest: 200, files: 2, now });
    logs.write('after');
    expect(readFileSync(join(folder, 'alice.log'), 'utf8')).toMatch(/before\n.*after\n$/);
    logs.write('x'.repeat(1_000_000));
    expect(Math.max(...bytesOf(folder))).toBeLessThan(9_000);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('[D114] a folder that cannot be written costs lines and no more, and is written again when it can be', () => {
    const folder = tempFolder();
    const blocked = join(folder, 'logs');
    writeFileSync(blocked, 'a file where the folder should be');
    const logs = new LogFiles({ folder: blocked, now });
    logs.write('lost');
    rmSync(blocked);
    logs.write('kept');
    expect(readFileSync(join(blocked, 'alice.log'), 'utf8')).toMatch(/ kept\n$/);
  });
});
