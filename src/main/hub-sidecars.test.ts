import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import type { Hub } from './hub';
import { type Place, place } from './testing/test-hub';
import { drop, tinyPng } from './testing/tiny-pictures';
import { contentsOf, filesBelow, hashOf } from './testing/trees';

const mp4 = (label: string) => {
  const box = (name: string, body: string) => {
    const bytes = Buffer.alloc(8 + body.length);
    bytes.writeUInt32BE(bytes.length);
    bytes.write(name + body, 4, 'latin1');
    return bytes;
  };
  return new Uint8Array(Buffer.concat([box('ftyp', 'isom0000isom'), box('mdat', label), box('moov', '')]));
};

/** Where every file of the inbox has come to: its state, and its place in the organized folder. */
function outcomes(here: Place, hub: Hub): Record<string, string> {
  const states = ['waiting', 'working', 'filed', 'duplicate', 'set_aside'] as const;
  const entries = states.flatMap((state) => hub.library.inboxInState(state, 1_000));
  return Object.fromEntries(
    entries
      .map(({ file_path, state, reason, destination }): [string, string] => [
        relative(here.inbox, file_path),
        reason ?? (destination === null ? state : relative(here.organized, destination).split('/').slice(3).join('/')),
      ])
      .sort(),
  );
}

async function settled(here: Place, more: Parameters<Place['open']>[0] = {}): Promise<Record<string, string>> {
  const hub = here.open(more);
  await hub.start({ watch: false });
  await hub.settled();
  const result = outcomes(here, hub);
  await hub.close('finished');
  return result;
}

const names = ['a.txt', 'a.json', 'a.swarm.json', 'a.xmp', 'a.png.xmp', 'a.png.txt', 'a.png.json', 'a_settings.txt', 'a-audio.mp4'];
const beside = {
  'a.txt': 'p-001.txt', 'a.json': 'p-001.json', 'a.swarm.json': 'p-001.swarm.json', 'a.xmp': 'p-001.xmp', 'a.png.xmp': 'p-001.png.xmp',
  'a.png.txt': 'p-001.png.txt', 'a.png.json': 'p-001.png.json', 'a_settings.txt': 'p-001_settings.txt', 'a-audio.mp4': 'p-001-audio.mp4',
};
const bytesOf = (name: string) => (name.endsWith('.mp4') ? mp4(name) : `about ${name}`);

it.each(['copy', 'move'] as const)('[I30] every kind of sidecar is filed beside its picture under the same stem (%s)', async (operation) => {
  const here = place();
  drop(join(here.inbox, 'p', 'a.png'));
  for (const name of names) drop(join(here.inbox, 'p', name), bytesOf(name));
  const before = contentsOf(here.inbox);
  const events = await here.run({ operation: () => operation });
  expect(here.bugs).toEqual([]);
  const hash = events.find(({ event_type }) => event_type === 'asset.organized')?.subject;
  const filed = events.flatMap((event) => (event.event_type === 'asset.sidecar_filed' ? [event.data] : []));
  expect(Object.fromEntries(filed.map(({ source_path, destination_path }) => [source_path.split('/').at(-1), destination_path.split('/').at(-1)]))).toEqual(beside);
  expect(filed.every(({ content_hash, operation: how }) => content_hash === hash && how === operation)).toBe(true);
  expect(contentsOf(here.organized)).toEqual(before);
  expect(filesBelow(here.inbox)).toHaveLength(operation === 'copy' ? 10 : 0);
  expect(events.filter(({ event_type }) => /set_aside|parked/.test(event_type))).toEqual([]);
  // A second look finds nothing new.
  expect(await here.run({ operation: () => operation })).toEqual([]);
});

it.each(['copy', 'move'] as const)('[I31] a sidecar that comes after its picture was filed is filed beside it (%s)', async (operation) => {
  const here = place();
  drop(join(here.inbox, 'p', 'a.png'));
  await here.run({ operation: () => operation });
  drop(join(here.inbox, 'p', 'a.txt'), 'late');
  expect((await settled(here, { operation: () => operation }))['p/a.txt']).toBe('p-001.txt');
  expect(readFileSync(join(here.organized, filesBelow(here.organized).find((path) => path.endsWith('.txt'))!), 'utf8')).toBe('late');
});

it('[I31] one that comes before it is set aside, and taken up by itself when the picture comes', async () => {
  const here = place();
  for (const name of ['a.txt', 'a.json', 'a.xmp', 'b.doc']) drop(join(here.inbox, 'p', name), `about ${name}`);
  drop(join(here.inbox, 'p', 'a-audio.mp4'), mp4('a video like any other'));
  const alone = { 'p/a.json': 'sidecar_alone', 'p/a.txt': 'sidecar_alone', 'p/a.xmp': 'sidecar_alone', 'p/b.doc': 'not_media' };
  expect(await settled(here)).toEqual({ ...alone, 'p/a-audio.mp4': 'p-001.mp4' });
  drop(join(here.inbox, 'p', 'a.png'));
  expect(await settled(here)).toEqual({
    'p/a-audio.mp4': 'p-001.mp4', 'p/a.png': 'p-002.png', 'p/a.json': 'p-002.json', 'p/a.txt': 'p-002.txt', 'p/a.xmp': 'p-002.xmp', 'p/b.doc': 'not_media',
  });
  expect(here.bugs).toEqual([]);
});

it('[I32] of a duplicate an equal sidecar is linked, and a different one is filed beside the original under a free name', async () => {
  const here = place();
  for (const folder of ['p', 'q', 'r']) drop(join(here.inbox, folder, `${folder}.png`), tinyPng('one'));
  drop(join(here.inbox, 'p', 'p.txt'), 'equal');
  await here.run();
  drop(join(here.inbox, 'q', 'q.txt'), 'equal');
  drop(join(here.inbox, 'r', 'r.txt'), 'different');
  const found = await settled(here);
  const filed = filesBelow(here.organized).map((path) => path.split('/').at(-1));
  const stem = filed.find((name) => name?.endsWith('.png'))?.slice(0, -4);
  expect(filed.sort()).toEqual([`${stem} (2).txt`, `${stem}.png`, `${stem}.txt`]);
  expect([found['p/p.txt'], found['q/q.txt'], found['r/r.txt']]).toEqual([`${stem}.txt`, `${stem}.txt`, `${stem} (2).txt`]);
});

it('[I32] the same sidecar content of several pictures is filed for each', async () => {
  const here = place();
  for (const name of ['a', 'b', 'c']) {
    drop(join(here.inbox, 'p', `${name}.png`), tinyPng(name));
    drop(join(here.inbox, 'p', `${name}.txt`), 'the same');
  }
  await here.run({ operation: () => 'move' });
  expect(contentsOf(here.organized).filter((hash) => hash === hashOf('the same'))).toHaveLength(3);
  expect(filesBelow(here.organized).map((path) => path.split('/').at(-1)).sort()).toEqual(['p-001.png', 'p-001.txt', 'p-002.png', 'p-002.txt', 'p-003.png', 'p-003.txt']);
});

it('[I33] when its picture is set aside so is the sidecar, and both go on together', async () => {
  const here = place();
  drop(join(here.inbox, 'p', 'a.png'));
  drop(join(here.inbox, 'p', 'a.txt'), 'settings');
  const hub = here.open();
  // Someone has put a file where the picture's folder would be.
  mkdirSync(here.organized);
  const events: string[] = [];
  hub.bus.on('asset.set_aside', ({ data }) => { events.push(`${data.stage} ${data.reason} ${relative(here.inbox, data.file_path)}`); });
  for (const day of Array.from({ length: 3 }, (_, i) => new Date(Date.now() + (i - 1) * 86_400_000))) {
    const local = `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`;
    writeFileSync(join(here.organized, local), 'in the way');
  }
  await hub.start({ watch: false });
  await hub.settled();
  expect(outcomes(here, hub)).toEqual({ 'p/a.png': 'file_operation_failed', 'p/a.txt': 'sidecar_alone' });
  await hub.close('finished');
  rmSync(here.organized, { recursive: true });
  expect(await settled(here)).toEqual({ 'p/a.png': 'p-001.png', 'p/a.txt': 'p-001.txt' });
});

it('[I33] a sidecar whose picture is taken out of the inbox before it is filed is not left waiting', async () => {
  const here = place();
  drop(join(here.inbox, 'p', 'a.txt'), 'settings');
  drop(join(here.inbox, 'p', 'a.png'), '');
  expect(await settled(here)).toEqual({ 'p/a.png': 'empty', 'p/a.txt': 'sidecar_alone' });
  renameSync(join(here.inbox, 'p', 'a.png'), join(here.home, 'elsewhere.png'));
  expect(await settled(here)).toEqual({ 'p/a.txt': 'sidecar_alone' });
});

it('[I34] a sidecar that was edited after it was filed is filed again, beside the one before', async () => {
  const here = place();
  drop(join(here.inbox, 'p', 'a.png'));
  drop(join(here.inbox, 'p', 'a.txt'), 'first');
  await here.run();
  drop(join(here.inbox, 'p', 'a.txt'), 'second');
  expect((await settled(here))['p/a.txt']).toBe('p-001 (2).txt');
  expect(filesBelow(here.organized).filter((path) => path.endsWith('.txt'))).toHaveLength(2);
});

it('[I34] a name that was used before is no sidecar of the earlier picture', async () => {
  const here = place();
  drop(join(here.inbox, 'p', '00001.png'), tinyPng('yesterday'));
  drop(join(here.inbox, 'p', '00001.txt'), 'of yesterday');
  await here.run({ operation: () => 'move' });
  drop(join(here.inbox, 'p', '00001.txt'), 'of today');
  drop(join(here.inbox, 'p', '00001.png'), tinyPng('today'));
  expect(await settled(here, { operation: () => 'move' })).toEqual({ 'p/00001.png': 'p-002.png', 'p/00001.txt': 'p-002.txt' });
});
