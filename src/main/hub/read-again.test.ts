import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { RecordedEvent } from '@shared/events/catalog';
import type { OwnRule } from '@shared/library/own-rule';
import { describe, expect, it } from 'vitest';
import type { Hub, HubOptions } from '../hub';
import { processorVersion } from '../services/assets/processed-data';
import { a1111Text } from '../services/assets/testing/sample-texts';
import { place, type Place, typesOf } from '../testing/test-hub';
import { a1111Png, drop, ratedPng, tinyPng } from '../testing/tiny-pictures';
import { filesBelow } from '../testing/trees';

const studio: OwnRule = { kind: 'file-name', pattern: 'render_*', tool: 'My Studio' };
const ruled: Partial<HubOptions> = { ownRules: () => [studio] };

/** Opens a hub that takes nothing in, does something, and resolves with the events that came of it. */
type Used<T> = Promise<{ result: T; events: RecordedEvent[] }>;

async function using<T>(world: Place, more: Partial<HubOptions>, act: (hub: Hub) => Promise<T>): Used<T> {
  const hub = world.open(more);
  const events: RecordedEvent[] = [];
  await hub.start({ watch: false, takeIn: false });
  await hub.settled();
  hub.bus.on('*', (event) => { if (!event.event_type.startsWith('hub.')) events.push(event); });
  const result = await act(hub);
  await hub.settled();
  await hub.close('finished');
  return { result, events };
}

const filedIn = (world: Place) =>
  filesBelow(world.organized).filter((path) => !path.startsWith('.alice')).map((path) => path.replace(/^\d{4}-\d\d-\d\d\//, '')).sort();

describe('reading anew', () => {
  it('[P80] says nothing where the same is found, under the names that the makers gave, with the sidecars beside', async () => {
    const world = place();
    drop(join(world.inbox, 'harbor/Gemini_Generated_Image_k2j9xwk2j9xwk2j9.png'), ratedPng(1));
    drop(join(world.inbox, 'harbor/told.png'), ratedPng(2));
    drop(join(world.inbox, 'harbor/told.txt'), Buffer.from(a1111Text()));
    drop(join(world.inbox, 'harbor/plain.png'), a1111Png('boats'));
    await world.run();
    const before = filedIn(world);
    expect(before.map((path) => path.split('/')[1])).toContain('gemini');
    const { result, events } = await using(world, {}, (hub) => hub.readAgain({ all: true }));
    expect(result).toMatchObject({ total: 3, done: 3, same: 3, changed: 0, missing: 0, failed: 0, elsewhere: 0, stopped: false });
    expect(events).toEqual([]);
    expect(world.bugs).toEqual([]);
  });

  it('[P81] says what differs in the file’s own story, rates nothing anew and moves nothing by itself', async () => {
    const world = place();
    drop(join(world.inbox, 'harbor/render_1.png'), ratedPng(1));
    drop(join(world.inbox, 'harbor/render_2.png'), tinyPng());
    drop(join(world.inbox, 'harbor/other.png'), ratedPng(3));
    await world.run();
    const before = filedIn(world);
    const { result, events } = await using(world, ruled, async (hub) => {
      const report = await hub.readAgain({});
      return { report, asset: hub.library.asset(String(events0(hub, 'asset.processed').at(-1)?.subject)) };
    });
    expect(result.report).toMatchObject({ total: 3, changed: 2, same: 1, elsewhere: 2, read_before: 0 });
    expect(typesOf(events)).toEqual(['asset.processed', 'asset.processed']);
    for (const event of events) {
      if (event.event_type !== 'asset.processed') throw new Error(event.event_type);
      expect(event).toMatchObject({ source: 'assets', data: { processor_version: processorVersion, generation_params: { tool: 'my-studio' } } });
      expect(event.data.file_path.startsWith(world.organized)).toBe(true);
    }
    expect(result.asset).toMatchObject({ source: 'my-studio', path: expect.stringContaining('unknown') });
    expect(filedIn(world)).toEqual(before);
    expect(world.bugs).toEqual([]);
  });

  it('[P82] what belongs elsewhere is moved when that is asked for, and that can be undone', async () => {
    const world = place();
    drop(join(world.inbox, 'harbor/render_1.png'), ratedPng(1));
    drop(join(world.inbox, 'harbor/render_1.txt'), Buffer.from('a note'));
    await world.run();
    const before = filedIn(world);
    const { result, events } = await using(world, ruled, async (hub) => {
      await hub.readAgain({});
      return hub.refile({});
    });
    expect(result).toEqual({ refiled: 1, refused: [] });
    expect(typesOf(events)).toEqual(['asset.processed', 'asset.refile_requested', 'asset.refiled']);
    expect(filedIn(world)).toEqual(before.map((path) => path.replace('unknown', 'my-studio')));
    const undone = await using(world, ruled, async (hub) => {
      const latest = await hub.latestUndoable('undo');
      await hub.undo({ kind: 'entry', id: latest!.id });
    });
    expect(typesOf(undone.events)).toContain('asset.refiled');
    expect(filedIn(world)).toEqual(before);
    expect(world.bugs).toEqual([]);
  });

  it('[P82] what a person moved stays where they put it', async () => {
    const world = place();
    drop(join(world.inbox, 'harbor/render_1.png'), ratedPng(1));
    await world.run();
    const [path] = filesBelow(world.organized);
    drop(join(world.organized, 'favourites', 'lighthouse.png'), readFileSync(join(world.organized, path!)));
    rmSync(join(world.organized, path!));
    const { result } = await using(world, ruled, (hub) => hub.readAgain({}));
    expect(result).toMatchObject({ changed: 1, elsewhere: 0 });
  });

  it('[P83] names what is missing or holds other bytes, and says nothing of it', async () => {
    const world = place();
    for (const name of ['render_1', 'render_2', 'render_3']) drop(join(world.inbox, 'harbor', `${name}.png`), tinyPng(name));
    await world.run();
    const [gone, other, whole] = filesBelow(world.organized).map((path) => join(world.organized, path));
    const { result, events } = await using(world, ruled, (hub) => {
      rmSync(gone!);
      writeFileSync(other!, a1111Png('of somebody else'));
      return hub.readAgain({});
    });
    expect(result).toMatchObject({ total: 3, changed: 1, missing: 2, failed: 0 });
    expect(result.troubles).toEqual(expect.arrayContaining([
      { path: gone, message: 'It is not where it was filed.' }, { path: other, message: 'Other bytes lie where it was filed.' },
    ]));
    expect(events.filter(({ event_type }) => event_type === 'asset.processed').map(({ data }) => String(Reflect.get(data, 'file_path')))).toEqual([whole]);
  });

  it('[P84] goes on where it was stopped, and reads again only what another reader read', async () => {
    const world = place();
    for (let n = 0; n < 40; n += 1) drop(join(world.inbox, 'harbor', `render_${n}.png`), tinyPng(String(n)));
    await world.run();
    const first = await using(world, ruled, (hub) => {
      const stop = new AbortController();
      return hub.readAgain({}, { signal: stop.signal, onProgress: ({ done }) => { if (done >= 5) stop.abort(); } });
    });
    expect(first.result.stopped).toBe(true);
    expect(first.result.done).toBeLessThan(40);
    const second = await using(world, ruled, (hub) => hub.readAgain({}));
    expect(second.result).toMatchObject({ total: 40 - first.result.done, read_before: first.result.done, stopped: false });
    expect(first.events.length + second.events.length).toBe(40);
    expect((await using(world, ruled, (hub) => hub.readAgain({}))).result).toMatchObject({ total: 0, read_before: 40 });
    expect((await using(world, ruled, (hub) => hub.readAgain({ all: true }))).result).toMatchObject({ total: 40, same: 40 });
    // Without the rule it is another reader.
    expect((await using(world, { ownRules: () => [] }, (hub) => hub.readAgain({}))).result).toMatchObject({ total: 40, changed: 40 });
  });

  it('[P84] a hub that closes stops it; one reading at a time', async () => {
    const world = place();
    for (let n = 0; n < 60; n += 1) drop(join(world.inbox, 'harbor', `render_${n}.png`), tinyPng(String(n)));
    await world.run();
    const hub = world.open(ruled);
    await hub.start({ watch: false, takeIn: false });
    const reading = hub.readAgain({});
    await expect(hub.readAgain({})).rejects.toThrow('being read anew already');
    await delay(1);
    await hub.close('closed');
    const report = await reading;
    expect(report.done).toBeLessThanOrEqual(60);
    expect(world.bugs).toEqual([]);
  });

  it('[P85] reads only those that are asked for', async () => {
    const world = place();
    drop(join(world.inbox, 'harbor/render_1.png'), tinyPng('one'));
    drop(join(world.inbox, 'harbor/b.png'), a1111Png('boats'));
    drop(join(world.inbox, 'desert/c.png'), tinyPng('two'));
    await world.run();
    const totals = await using(world, {}, async (hub) => {
      const total = async (wish: Parameters<Hub['readAgain']>[0]) => (await hub.readAgain({ all: true, ...wish })).total;
      return [await total({ project: 'harbor' }), await total({ tool: 'a1111' }), await total({ only_unknown: true }), await total({ since: '2999-01-01' }), await total({ since: '2020-01-01' })];
    });
    expect(totals.result).toEqual([2, 1, 2, 0, 3]);
  });

  it('[P86] keeps what stood in a file that lies beside it no longer', async () => {
    const world = place();
    drop(join(world.inbox, 'harbor/render_1.png'), ratedPng(2));
    drop(join(world.inbox, 'harbor/render_1.txt'), Buffer.from(a1111Text()));
    await world.run();
    const sidecar = filesBelow(world.organized).find((path) => path.endsWith('.txt'));
    rmSync(join(world.organized, sidecar!));
    writeFileSync(join(dirname(join(world.organized, sidecar!)), 'note.md'), 'somebody’s');
    const { result, events } = await using(world, ruled, (hub) => hub.readAgain({}));
    expect(result.changed + result.same).toBe(1);
    const said = events.find((event) => event.event_type === 'asset.processed');
    expect(said?.data).toMatchObject({ generation_params: { tool: 'my-studio', steps: 28, seed: '18446744073709551615' } });
  });
});

function events0(hub: Hub, type: string): RecordedEvent[] {
  return hub.log.find({ types: [type], limit: 100 });
}
