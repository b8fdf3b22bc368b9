import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openLogDatabase } from '../log/open-database';
import type { RootLook } from '../services/intake/ports';
import { tempFolder } from '../testing/temp-folder';
import { drop } from '../testing/tiny-pictures';
import { HubClosing } from './pause-gate';
import { SourcePresence } from './source-presence';

function sourceOn(home = tempFolder()) {
  const path = join(home, 'usb');
  mkdirSync(path, { recursive: true });
  const world = { mounted: true, root: { kind: 'folder', identity: 'id', polled: false } as RootLook, said: [] as (string | null)[] };
  const database = openLogDatabase(home);
  const open = () => new SourcePresence({
    id: 'a', name: 'usb', path, database, rootLook: async () => world.root, mountedAt: async () => world.mounted,
    changed: async (sentence) => { world.said.push(sentence); },
  });
  return { path, world, open, database };
}

it('[I40] the empty folder that a pulled drive leaves is not taken for the source, in this run and the next; a filled one is', async () => {
  const { path, world, open, database } = sourceOn();
  const first = open();
  expect((await first.rootLook()).kind).toBe('folder');
  world.mounted = false;
  expect([await first.rootLook(), first.closed]).toEqual([expect.objectContaining({ kind: 'trouble', reason: 'vanished' }), true]);
  const next = open();
  expect([(await next.rootLook()).kind, next.sentence]).toEqual(['trouble', expect.stringMatching(/^The folder of “usb” is not there\. Is its drive plugged in\?/)]);
  const file = drop(join(path, 'a.png'));
  expect((await next.rootLook()).kind).toBe('folder');
  // From now on it is a folder like any other, which may be empty.
  rmSync(file);
  expect((await next.rootLook()).kind).toBe('folder');
  expect(world.said).toEqual([expect.any(String), expect.any(String), null]);
  database.close();
});

it('[I40] who asks about its files waits while it is away, and is let go when it is closed', async () => {
  const { world, open, database } = sourceOn();
  const presence = open();
  expect(presence.opened()).toBeNull();
  world.root = { kind: 'trouble', reason: 'no_permission', message: 'No.', size: null };
  await presence.look(true);
  expect(presence.sentence).toMatch(/cannot be looked into: Alice may not read it\. Change its permissions\. Nothing is lost/);
  let back = false;
  const waits = presence.opened()?.then(() => { back = true; });
  await presence.look(true);
  expect(back).toBe(false);
  world.root = { kind: 'folder', identity: 'id', polled: false };
  await presence.look(true);
  await waits;
  expect(back).toBe(true);
  world.root = { kind: 'trouble', reason: 'timed_out', message: 'No.', size: null };
  await presence.look(true);
  const never = presence.opened();
  presence.end();
  await expect(never).rejects.toThrow(HubClosing);
  database.close();
});
