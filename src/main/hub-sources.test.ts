import { appendFileSync, readFileSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from '@shared/library/source';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Hub } from './hub';
import { sourceIn } from './testing/a-source';
import { type Place, place, typesOf } from './testing/test-hub';
import { drop, tinyPng } from './testing/tiny-pictures';
import { contentsOf, filesBelow, snapshotOf } from './testing/trees';

const until = (holds: () => unknown, timeout = 10_000) => expect.poll(holds, { timeout });

async function watching(here: Place, sources: readonly Source[]): Promise<Hub> {
  const hub = here.open({ sources });
  await hub.start({ watch: true });
  return hub;
}

const filed = (hub: Hub) => hub.library.inboxInState('filed', 100_000).map(({ file_path }) => file_path).sort();
const aside = (hub: Hub) => hub.library.inboxInState('set_aside', 1_000).map(({ file_path, reason }) => [file_path, reason]).sort();
const projects = (hub: Hub) => hub.library.projects().map(({ project, assets }) => [project, assets]).sort();
const stateOf = (hub: Hub, { id }: Source) => hub.sources.list().find((each) => each.id === id)?.state;

describe('[I38] a source', () => {
  it('[I38] gives its project, is copied from or moved out of as it says, and the inbox goes its own way', async () => {
    const here = place();
    const [comfy, webui] = [sourceIn(here, 'comfy', { project: 'harbor' }), sourceIn(here, 'webui', { operation: 'move' })];
    drop(join(comfy.path, 'deep', 'a.png'));
    drop(join(webui.path, 'txt2img', 'b.png'));
    drop(join(here.inbox, 'night', 'c.png'));
    const [all, before] = [contentsOf(comfy.path, webui.path, here.inbox), snapshotOf(comfy.path)];
    const hub = await watching(here, [comfy, webui]);
    await until(() => projects(hub)).toEqual([['harbor', 1], ['night', 1], ['txt2img', 1]]);
    await until(() => filesBelow(webui.path)).toEqual([]);
    expect(contentsOf(here.organized)).toEqual(all);
    expect(snapshotOf(comfy.path)).toEqual(before);
    drop(join(comfy.path, 'later.png'));
    await until(() => projects(hub)).toContainEqual(['harbor', 2]);
    const found = hub.log.find({ types: ['asset.discovered'], limit: 10 }).map(({ data }) => (data as { inbox_path: string }).inbox_path);
    expect(new Set(found)).toEqual(new Set([comfy.path, webui.path, here.inbox]));
    expect(here.bugs).toEqual([]);
  });

  it('[I38] is copied from though the inbox is moved out of', async () => {
    const here = place();
    const source = sourceIn(here, 'comfy');
    drop(join(source.path, 'a.png'));
    drop(join(here.inbox, 'b.png'));
    await here.run({ sources: [source], operation: () => 'move' });
    expect([filesBelow(source.path), filesBelow(here.inbox), filesBelow(here.organized).length]).toEqual([['a.png'], [], 2]);
  });

  it('[I38] that lies in no inbox is not left to wait there: a file that grows is taken when it is whole', async () => {
    const here = place();
    const source = sourceIn(here, 'comfy');
    const hub = await watching(here, [source]);
    const whole = tinyPng('grows');
    const path = drop(join(source.path, 'grows.png'), whole.subarray(0, 30));
    for (const at of [30, 60]) {
      await delay(10);
      appendFileSync(path, whole.subarray(at, at === 60 ? undefined : 60));
    }
    await until(() => filed(hub)).toEqual([path]);
    expect(contentsOf(here.organized)).toEqual(contentsOf(source.path));
  });
});

describe('[I39] what is no picture', () => {
  it('[I39] is left alone without a word, but nothing that calls itself a picture, and nothing in a source that asks for it', async () => {
    const here = place();
    const [only, all] = [sourceIn(here, 'downloads'), sourceIn(here, 'strict', { only_media: false })];
    for (const source of [only, all]) {
      drop(join(source.path, 'setup.zip'), 'no media');
      drop(join(source.path, 'empty.log'), '');
      drop(join(source.path, 'broken.png'), 'not a picture at all');
      symlinkSync('/etc/hostname', join(source.path, 'link'));
      drop(join(source.path, 'a picture without an ending'), tinyPng(source.name));
    }
    const hub = await watching(here, [only, all]);
    await until(() => filed(hub)).toEqual([only, all].map(({ path }) => join(path, 'a picture without an ending')).sort());
    await until(() => aside(hub).length).toBe(5);
    expect(aside(hub).filter(([path]) => path?.startsWith(only.path))).toEqual([[join(only.path, 'broken.png'), 'not_media']]);
    const told = hub.log.find({ limit: 1_000 }).map(({ data }) => (data as { file_path?: string }).file_path ?? '');
    expect(told.filter((path) => /downloads.*(zip|log|link)$/.test(path))).toEqual([]);
    expect(here.bugs).toEqual([]);
  });

  it('[I39] is looked at once, again when it has changed, and goes along when its picture comes', async () => {
    const here = place();
    const source = sourceIn(here, 'downloads');
    const settings = drop(join(source.path, 'a.txt'), 'a prompt');
    const half = drop(join(source.path, 'half'), 'nothing yet');
    await here.run({ sources: [source] });
    expect(filesBelow(here.organized)).toEqual([]);
    const hub = await watching(here, [source]);
    drop(join(source.path, 'a.png'));
    await until(() => filed(hub)).toEqual([join(source.path, 'a.png'), settings]);
    writeFileSync(half, tinyPng('whole now'));
    await until(() => filed(hub)).toContain(half);
    expect(contentsOf(here.organized)).toEqual(contentsOf(source.path));
  });
});

describe('[I40] a source whose drive is pulled out', () => {
  it('[I40] pauses alone, says so once, withdraws nothing, and goes on by itself when it is back', async () => {
    const here = place();
    const [usb, other] = [sourceIn(here, 'usb'), sourceIn(here, 'other')];
    drop(join(usb.path, 'broken.png'), 'not a picture');
    drop(join(usb.path, 'a.png'));
    const hub = await watching(here, [usb, other]);
    await until(() => [filed(hub).length, aside(hub).length]).toEqual([1, 1]);

    renameSync(usb.path, `${usb.path} away`);
    await until(() => stateOf(hub, usb)).toBe('missing');
    expect(hub.sources.list()[0]?.sentence).toMatch(/^The folder of “usb” is not there\. Is its drive plugged in\? Nothing is lost/);
    expect(hub.pausedFor()).toBeNull();
    drop(join(other.path, 'b.png'));
    drop(join(here.inbox, 'c.png'));
    await until(() => filed(hub).length).toBe(3);
    drop(join(`${usb.path} away`, 'meanwhile.png'));
    await hub.settled();
    expect(aside(hub)).toEqual([[join(usb.path, 'broken.png'), 'not_media']]);

    renameSync(`${usb.path} away`, usb.path);
    await until(() => stateOf(hub, usb)).toBe('watching');
    await until(() => filed(hub)).toContain(join(usb.path, 'meanwhile.png'));
    const said = typesOf(hub.log.find({ types: ['source.missing', 'source.returned', 'asset.withdrawn', 'hub.paused'], limit: 100 }));
    expect(said).toEqual(['source.missing', 'source.returned']);
    expect(here.bugs).toEqual([]);
  }, 30_000);

  it('[I40] is waited for from the start, and is told of once, however often Alice is started without it', async () => {
    const here = place();
    const usb = sourceIn(here, 'usb');
    drop(join(usb.path, 'a.png'));
    renameSync(usb.path, `${usb.path} away`);
    drop(join(here.inbox, 'b.png'));
    await here.run({ sources: [usb] });
    await here.run({ sources: [usb] });
    const hub = await watching(here, [usb]);
    await until(() => stateOf(hub, usb)).toBe('missing');
    expect(filed(hub)).toEqual([join(here.inbox, 'b.png')]);
    expect(hub.log.find({ types: ['source.missing'], limit: 10 })).toHaveLength(1);
    renameSync(`${usb.path} away`, usb.path);
    await until(() => filed(hub)).toContain(join(usb.path, 'a.png'));
  }, 20_000);
});

describe('[I41] what was filed from a source', () => {
  it('[I41] is not taken again, at no start and no scan, nor read again; what came meanwhile is', async () => {
    const here = place();
    const source = sourceIn(here, 'comfy');
    for (let i = 0; i < 20; i += 1) drop(join(source.path, `${i}.png`), tinyPng(`kept ${i}`));
    expect(typesOf(await here.run({ sources: [source] })).filter((type) => type === 'asset.organized')).toHaveLength(20);
    const before = snapshotOf(here.organized);
    expect(await here.run({ sources: [source] })).toEqual([]);
    const late = drop(join(source.path, 'late.png'), tinyPng('late'));
    utimesSync(join(source.path, '3.png'), new Date(), new Date());
    const hub = await watching(here, [source]);
    await hub.settled();
    await until(() => hub.library.inboxEntry(late)?.state).toBe('filed');
    expect(filed(hub)).toHaveLength(21);
    expect(Object.keys(snapshotOf(here.organized)).length).toBe(Object.keys(before).length + 1);
  });

  it('[I41] and is then changed in its place is another picture, filed beside the first', async () => {
    const here = place();
    const source = sourceIn(here, 'comfy');
    const path = drop(join(source.path, 'a.png'), tinyPng('first'));
    await here.run({ sources: [source] });
    writeFileSync(path, tinyPng('second'));
    await here.run({ sources: [source] });
    expect(filesBelow(here.organized)).toHaveLength(2);
    expect(readFileSync(path).equals(tinyPng('second'))).toBe(true);
  });
});

describe('[I43] a source without its subfolders', () => {
  it('[I43] is taken from in itself alone, at the scan and while it is watched', async () => {
    const here = place();
    const flat = sourceIn(here, 'flat', { subfolders: false, project: 'p' });
    drop(join(flat.path, 'deep', 'no.png'));
    drop(join(flat.path, 'yes.png'));
    const hub = await watching(here, [flat]);
    await until(() => filed(hub)).toEqual([join(flat.path, 'yes.png')]);
    drop(join(flat.path, 'deep', 'neither.png'));
    drop(join(flat.path, 'new', 'nor.png'));
    drop(join(flat.path, 'too.png'));
    await until(() => filed(hub)).toHaveLength(2);
    await hub.settled();
    expect([filed(hub), aside(hub)]).toEqual([[join(flat.path, 'too.png'), join(flat.path, 'yes.png')], []]);
  });
});

describe('[I44] sources change while Alice works', () => {
  it('[I44] one that is added is taken from at once, one that is paused is not, one that is removed leaves its files', async () => {
    const here = place();
    const source = sourceIn(here, 'comfy', { project: 'first' });
    drop(join(source.path, 'a.png'));
    drop(join(source.path, 'broken.png'), 'not a picture');
    const hub = await watching(here, []);
    await hub.sources.apply([source]);
    await until(() => [filed(hub).length, aside(hub).length]).toEqual([1, 1]);

    await hub.sources.apply([{ ...source, enabled: false }]);
    drop(join(source.path, 'b.png'), tinyPng('b'));
    await delay(300);
    expect([filed(hub).length, stateOf(hub, source)]).toEqual([1, 'paused']);
    await hub.sources.apply([{ ...source, project: 'second' }]);
    await until(() => projects(hub)).toEqual([['first', 1], ['second', 1]]);

    await until(() => hub.library.inboxEntry(join(source.path, 'b.png'))?.state).toBe('filed');
    const before = contentsOf(source.path);
    await hub.sources.apply([]);
    expect([aside(hub), hub.sources.list()]).toEqual([[], []]);
    drop(join(source.path, 'c.png'), tinyPng('c'));
    await delay(300);
    rmSync(join(source.path, 'c.png'));
    expect([filed(hub).length, contentsOf(source.path)]).toEqual([2, before]);
    expect(here.bugs).toEqual([]);
  });

  it('[I44] a file that was found in one that is removed then goes its way, by copy', async () => {
    const here = place();
    const source = sourceIn(here, 'webui', { operation: 'move' });
    const path = drop(join(source.path, 'a.png'));
    const hub = await watching(here, [source]);
    const found = new Promise<void>((resolve) => { hub.bus.on('asset.discovered', () => { resolve(); }); });
    await found;
    await hub.sources.apply([]);
    await until(() => hub.library.inboxEntry(path)?.state).toBe('filed');
    expect(contentsOf(here.organized)).toHaveLength(1);
  });
});
