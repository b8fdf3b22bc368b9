import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inboxFilesOf } from '../adapters/files/inbox-files';
import { tempFolder } from '../testing/temp-folder';
import { place } from '../testing/test-hub';
import { a1111Png, drop, tinyPng } from '../testing/tiny-pictures';
import { LyingInInbox } from './lying-in-inbox';

it('[D261] while watching is paused it is known how many files lie in the inbox that nobody has taken, and none once it goes on', async () => {
  const here = place();
  for (const name of ['a.png', 'b.png']) drop(join(here.inbox, 'canal', name), a1111Png(name, 1));
  const hub = here.open();
  await hub.start({ watch: true });
  await expect.poll(() => hub.library.inboxCounts().filed).toBe(2);
  await hub.pause();
  expect(await hub.lyingInInbox()).toEqual({ files: 0, whole: true });

  for (const name of ['new.png', 'deep/er/newer.png', 'notes.doc']) drop(join(here.inbox, name), tinyPng(name));
  drop(join(here.inbox, '.hidden.png'), tinyPng('hidden'));
  appendFileSync(join(here.inbox, 'canal', 'a.png'), 'changed');
  await expect.poll(() => hub.lyingInInbox(), { timeout: 6_000, interval: 200 }).toEqual({ files: 4, whole: true });
  expect(hub.library.inboxCounts()).toMatchObject({ waiting: 0, working: 0 });

  await hub.resume();
  await hub.settled();
  await expect.poll(() => hub.lyingInInbox(), { timeout: 6_000, interval: 200 }).toEqual({ files: 0, whole: true });
  await hub.close('closed');
  expect(here.bugs).toEqual([]);
}, 20_000);

it('[D261] a file that was moved out of the inbox and comes again under its name is one that lies there', async () => {
  const here = place();
  const path = drop(join(here.inbox, 'a.png'), a1111Png('a boat', 1));
  const hub = here.open({ operation: () => 'move' });
  await hub.start({ watch: false });
  await hub.settled();
  expect(await hub.lyingInInbox()).toEqual({ files: 0, whole: true });
  drop(path, a1111Png('a moth', 2));
  await expect.poll(() => hub.lyingInInbox(), { timeout: 6_000, interval: 200 }).toEqual({ files: 1, whole: true });
}, 10_000);

it('[D261] a large inbox is counted a few files at a time, only as long as somebody asks, and until it is through that is said', async () => {
  const inbox = tempFolder();
  for (let i = 0; i < 350; i += 1) drop(join(inbox, `${i}.png`), '');
  const bugs: unknown[] = [];
  const memory = { entries: () => [], wasRead: () => false };
  const options = { inbox, files: inboxFilesOf(inbox), memory, reportBug: (bug: unknown) => bugs.push(bug) };
  const patient = new LyingInInbox({ ...options, restMs: 150 });
  expect(await patient.now()).toEqual({ files: 100, whole: false });
  await expect.poll(() => patient.now(), { timeout: 3_000, interval: 20 }).toEqual({ files: 350, whole: true });

  const left = new LyingInInbox({ ...options, restMs: 40, wantedMs: 10 });
  expect(await left.now()).toEqual({ files: 100, whole: false });
  await new Promise((resolve) => setTimeout(resolve, 200));
  rmSync(inbox, { recursive: true });
  expect(await left.now()).toEqual({ files: 0, whole: true });
  await Promise.all([patient.end(), left.end()]);
  expect(bugs).toEqual([]);
});
