import { existsSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { tempFolder } from '../testing/temp-folder';
import { DataInUseError, takeLease, UnusableDataError } from './lease';

const heartbeat = (folder: string, host: string, ageMs: number) => {
  const file = join(folder, 'lease.json');
  writeFileSync(file, JSON.stringify({ host, pid: 4242, since: '2026-01-02T03:04:05.000Z', beat: '2026-01-02T03:04:05.000Z' }));
  const at = new Date(Date.now() - ageMs);
  utimesSync(file, at, at);
};

it('[L40] who is refused is told who holds the folder', () => {
  const folder = tempFolder();
  const release = takeLease(folder);
  const refused = () => takeLease(folder);
  expect(refused).toThrow(DataInUseError);
  expect(refused).toThrow(new RegExp(`Another Alice \\(process ${process.pid} on ${hostname()}, since .*Z\\) is working with the data folder`));
  release();
  expect(existsSync(join(folder, 'lease.json'))).toBe(false);
  takeLease(folder)();
});

it('[L40] the heartbeat of a dead process of this computer never blocks', () => {
  const folder = tempFolder();
  heartbeat(folder, hostname(), 0);
  const release = takeLease(folder);
  expect(JSON.parse(readFileSync(join(folder, 'lease.json'), 'utf8'))).toMatchObject({ pid: process.pid, host: hostname() });
  release();
});

it('[L40] another computer speaks by its heartbeat where locks do not reach it, for a minute after its last', () => {
  const folder = tempFolder();
  heartbeat(folder, 'studio', 5_000);
  expect(() => takeLease(folder)).toThrow(/process 4242 on studio, since 2026-01-02/);
  heartbeat(folder, 'studio', 61_000);
  takeLease(folder)();
});

it('[L40] the heartbeat goes on, and a computer that took the folder over is noticed', async () => {
  const folder = tempFolder();
  const taken: string[] = [];
  const release = takeLease(folder, { beatEveryMs: 10, takenOver: (sentence) => taken.push(sentence()) });
  const first = statSync(join(folder, 'lease.json'), { bigint: true }).mtimeNs;
  await delay(80);
  expect(statSync(join(folder, 'lease.json'), { bigint: true }).mtimeNs > first).toBe(true);
  heartbeat(folder, 'studio', 0);
  await delay(50);
  expect(taken[0]).toMatch(/on studio/);
  release();
});

it('[A85] a data folder that cannot be used is refused with the reason', () => {
  const folder = tempFolder();
  writeFileSync(join(folder, 'file'), '');
  const refused = () => takeLease(join(folder, 'file', 'data'));
  expect(refused).toThrow(UnusableDataError);
  expect(refused).toThrow(/The data folder .* cannot be used: .*Nothing was touched\. Make it writable, or choose another folder with --data\.$/);
});
