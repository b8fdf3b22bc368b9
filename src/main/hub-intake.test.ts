import { execFileSync } from 'node:child_process';
import { appendFileSync, closeSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Hub, HubOptions } from './hub';
import { tempFolder } from './testing/temp-folder';
import { type Place, place, typesOf } from './testing/test-hub';
import { drop, ratedPng, tinyPng } from './testing/tiny-pictures';
import { contentsOf, filesBelow } from './testing/trees';

const until = (holds: () => unknown, timeout = 10_000) => expect.poll(holds, { timeout });

async function watching(here: Place, more: Partial<HubOptions> = {}): Promise<Hub> {
  const hub = here.open(more);
  await hub.start({ watch: true });
  return hub;
}

const filed = (hub: Hub) => hub.library.inboxInState('filed', 100_000).map(({ file_path }) => file_path);
const aside = (hub: Hub) => hub.library.inboxInState('set_aside', 1_000).map(({ file_path, reason }) => [file_path, reason]).sort();

describe('[I21] folders that come, go and change places while Alice watches', () => {
  it('[I21] a deep tree that is moved in at once is found whole, and what lands in it later', async () => {
    const here = place();
    const hub = await watching(here);
    const outside = tempFolder();
    const deep = Array.from({ length: 60 }, (_, i) => `d${i}`).join('/');
    for (let i = 0; i < 40; i += 1) drop(join(outside, 'tree', deep.split('/').slice(0, i + 1).join('/'), `${i}.png`), tinyPng(`deep ${i}`));
    renameSync(join(outside, 'tree'), join(here.inbox, 'tree'));
    await until(() => filed(hub).length).toBe(40);
    drop(join(here.inbox, 'tree', deep, 'later.png'));
    await until(() => filed(hub).length).toBe(41);
    expect(here.bugs).toEqual([]);
  });

  it('[I21] a folder that is renamed takes what waits in it along, and a removed one withdraws it', async () => {
    const here = place();
    const hub = await watching(here);
    for (const name of ['a.txt', 'b.doc']) drop(join(here.inbox, 'old', 'deep', name), `no media ${name}`);
    drop(join(here.inbox, 'old', 'deep', 'c.png'));
    await until(() => aside(hub).length).toBe(2);
    renameSync(join(here.inbox, 'old'), join(here.inbox, 'new'));
    await until(() => aside(hub)).toEqual([[join(here.inbox, 'new/deep/a.txt'), 'sidecar_alone'], [join(here.inbox, 'new/deep/b.doc'), 'not_media']]);
    drop(join(here.inbox, 'new', 'deep', 'd.png'));
    await until(() => filed(hub).filter((path) => path.endsWith('d.png'))).toHaveLength(1);
    rmSync(join(here.inbox, 'new'), { recursive: true });
    await until(() => aside(hub)).toEqual([]);
  });

  it('[I26] another folder in the place of the inbox is watched and looked through anew', async () => {
    const here = place();
    const hub = await watching(here);
    drop(join(here.inbox, 'a.txt'), 'no media');
    await until(() => aside(hub).length).toBe(1);
    renameSync(here.inbox, `${here.inbox} before`);
    mkdirSync(here.inbox);
    drop(join(here.inbox, 'p', 'b.png'));
    await until(() => filed(hub)).toEqual([join(here.inbox, 'p', 'b.png')]);
    await until(() => aside(hub)).toEqual([]);
    drop(join(here.inbox, 'p', 'c.png'));
    await until(() => filed(hub)).toHaveLength(2);
    // What comes back is seen again, though it was read before.
    rmSync(here.inbox, { recursive: true });
    renameSync(`${here.inbox} before`, here.inbox);
    await until(() => aside(hub)).toEqual([[join(here.inbox, 'a.txt'), 'sidecar_alone']]);
  }, 20_000);

  it('[I26] a file that was set aside, taken out and brought back is set aside again', async () => {
    const here = place();
    const [path, outside] = [drop(join(here.inbox, 'a.doc'), 'no media'), join(here.home, 'a.doc')];
    expect(typesOf(await here.run())).toEqual(['asset.detected', 'asset.set_aside']);
    renameSync(path, outside);
    expect(typesOf(await here.run())).toEqual(['asset.withdrawn']);
    renameSync(outside, path);
    expect(typesOf(await here.run())).toEqual(['asset.detected', 'asset.set_aside']);
  });
});

describe('[I23] names that are no text', () => {
  const named = (folder: string, name: string) => Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name, 'latin1')]);

  it('[I23] each has an entry of its own, is renamed on request, and then goes its way', async () => {
    const here = place();
    for (const name of ['caf\xe9.png', 'caf\xe8.png']) writeFileSync(named(here.inbox, name), tinyPng(name));
    mkdirSync(named(here.inbox, 'd\xe9j\xe0'));
    writeFileSync(named(here.inbox, 'd\xe9j\xe0/in.png'), tinyPng('inside'));
    drop(join(here.inbox, 'café.png'), tinyPng('plain'));
    const before = contentsOf(here.inbox);
    const hub = await watching(here);
    await hub.settled();
    const escaped = ['caf%E8.png', 'caf%E9.png', 'd%E9j%E0'].map((name) => `${here.inbox}//${name}`);
    expect(aside(hub)).toEqual(escaped.map((path) => [path, 'name_not_text']));
    for (const path of escaped) await hub.renameInInbox(path);
    await until(() => filed(hub).length).toBe(4);
    await until(() => aside(hub)).toEqual([]);
    expect(filesBelow(here.inbox)).toEqual(['café (2).png', 'café.png', 'cafè.png', 'déjà/in.png'].sort());
    expect(contentsOf(here.organized)).toEqual(before);
    expect(here.bugs).toEqual([]);
  });
});

describe('[I36] files that grow', () => {
  it('[I36] hold up nobody, however many there are', async () => {
    const here = place();
    const hub = await watching(here, { settleTimes: { completeMs: 0, incompleteMs: 1_500 } });
    const whole = tinyPng('grows');
    const growing = Array.from({ length: 200 }, (_, i) => drop(join(here.inbox, 'growing', `${i}.png`), whole.subarray(0, 20)));
    const writer = setInterval(() => { for (const path of growing) appendFileSync(path, 'x'); }, 300);
    onTestFinished(() => { clearInterval(writer); });
    await delay(200);
    const ready = Array.from({ length: 40 }, (_, i) => drop(join(here.inbox, 'ready', `${i}.png`)));
    await until(() => filed(hub).length, 8_000).toBe(ready.length);
    expect(hub.library.inboxCounts().waiting).toBe(200);
    clearInterval(writer);
    for (const path of growing) rmSync(path);
    await until(() => hub.library.inboxCounts().waiting).toBe(0);
  }, 20_000);

  it.skipIf(process.platform !== 'linux')('[I20] a writer that pauses in the middle is waited for (needs Linux)', async () => {
    const here = place();
    const hub = await watching(here, { settleTimes: { completeMs: 0, incompleteMs: 100 } });
    const whole = tinyPng('slow');
    const path = join(here.inbox, 'slow.png');
    const handle = openSync(path, 'w');
    appendFileSync(handle, whole.subarray(0, 30));
    await delay(1_200);
    expect(hub.library.inboxEntry(path)?.state).toBe('waiting');
    appendFileSync(handle, whole.subarray(30));
    closeSync(handle);
    await until(() => hub.library.inboxEntry(path)?.state).toBe('filed');
    expect(typesOf(hub.log.ofStory(hub.library.inboxEntry(path)!.story_id)).filter((type) => type === 'asset.discovered')).toHaveLength(1);
  });
});

describe('[I29] files of another inbox', () => {
  it('[I29] that were not filed yet are not filed into this one\'s folder: they wait visibly, and go on when theirs is opened', async () => {
    const here = place();
    const [otherInbox, otherOrganized] = [join(here.home, 'other inbox'), join(here.home, 'other organized')];
    mkdirSync(otherInbox);
    const path = drop(join(here.inbox, 'p', 'a.png'), ratedPng(1, 600));
    const first = here.open();
    // Closed while it is rated, which takes a while: nobody has filed it yet.
    const rated = new Promise<void>((resolve) => { first.bus.on('asset.processed', () => { resolve(); }); });
    const started = first.start({ watch: false });
    await rated;
    await Promise.all([started, first.close('closed')]);
    expect(filesBelow(here.organized)).toEqual([]);

    const second = here.open({ inbox: otherInbox, organized: otherOrganized });
    await second.start({ watch: false });
    await second.settled();
    expect(second.library.inboxEntry(path)).toMatchObject({ state: 'set_aside', reason: 'file_operation_failed', message: expect.stringContaining(here.inbox) });
    await second.close('finished');
    expect(filesBelow(otherOrganized)).toEqual([]);

    const third = here.open();
    await third.start({ watch: false });
    await third.settled();
    expect([third.library.inboxEntry(path)?.state, filesBelow(here.organized).length]).toEqual(['filed', 1]);
    expect(here.bugs).toEqual([]);
  });
});

describe('[I3] what is no file', () => {
  it('[I3] is set aside while Alice watches, and holds up nobody', async () => {
    const here = place();
    const hub = await watching(here);
    for (let i = 0; i < 6; i += 1) execFileSync('mkfifo', [join(here.inbox, `pipe ${i}.png`)]);
    drop(join(here.inbox, 'a.png'));
    await until(() => filed(hub)).toEqual([join(here.inbox, 'a.png')]);
    await until(() => aside(hub).map(([, reason]) => reason)).toEqual(Array.from({ length: 6 }, () => 'not_a_regular_file'));
  });
});
