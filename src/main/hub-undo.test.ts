import { assetRetryRequested } from '@shared/events/asset-events';
import { assetUndoRequested } from '@shared/events/care-events';
import type { RecordedEvent } from '@shared/events/catalog';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Hub } from './hub';
import { logIn } from './testing/test-log';
import { place, typesOf } from './testing/test-hub';
import { drop, ratedPng } from './testing/tiny-pictures';
import { contentsOf, filesBelow } from './testing/trees';

const untilIdle = async (hub: Hub) => {
  // Longer than a hint takes to become a look.
  await new Promise((resolve) => setTimeout(resolve, 400));
  await hub.settled();
};

async function undo(hub: Hub, event: RecordedEvent): Promise<void> {
  await hub.say(assetUndoRequested({
    undo_id: `of ${event.sequence}`, content_hash: String(event.subject), undone_event_id: event.event_id, undone_sequence: event.sequence,
  }));
  await untilIdle(hub);
}

const last = (hub: Hub, type: string) => hub.log.after(0, 1_000).findLast(({ event_type }) => event_type === type)!;
const fileEvents = (hub: Hub) => typesOf(hub.log.after(0, 1_000)).filter((type) => type.startsWith('asset.') && !type.startsWith('asset.undo'));

describe('[O30] undo in a hub that watches', () => {
  it.each(['copy', 'move'] as const)('[O30] what was filed by %s is taken back, filed again and taken back; nothing of it is new to the inbox', async (operation) => {
    const here = place();
    drop(join(here.inbox, 'harbor', 'a.png'), ratedPng(1, 64));
    const before = contentsOf(here.inbox);
    const hub = here.open({ operation: () => operation });
    await hub.start({ watch: true });
    await hub.settled();
    await undo(hub, last(hub, 'asset.organized'));
    expect(filesBelow(here.inbox)).toEqual(['harbor/a.png']);
    expect(hub.library.inboxEntry(join(here.inbox, 'harbor', 'a.png'))).toMatchObject({ state: 'set_aside', reason: 'undone' });
    await undo(hub, last(hub, 'asset.unfiled'));
    expect(hub.library.inboxEntry(join(here.inbox, 'harbor', 'a.png'))).toMatchObject({ state: 'filed' });
    await undo(hub, last(hub, 'asset.organized'));
    expect(fileEvents(hub)).toEqual([
      'asset.detected', 'asset.discovered', 'asset.processed', 'asset.organized', 'asset.unfiled', 'asset.organized', 'asset.unfiled',
    ]);
    expect(contentsOf(here.inbox)).toEqual(before);
    expect(hub.library.assetCount).toBe(0);
    await hub.close('finished');
    expect(here.bugs).toEqual([]);
    // And it stays so: the next start takes nothing of it up.
    expect(typesOf(await here.run({ operation: () => operation }))).toEqual([]);
  }, 20_000);

  it('[O29] tried again after an undo, when its bytes were filed under another name meanwhile, a file is linked to that', async () => {
    const here = place();
    const path = drop(join(here.inbox, 'a.png'), ratedPng(2, 64));
    const hub = here.open();
    await hub.start({ watch: true });
    await hub.settled();
    const renamed = join(here.inbox, 'renamed.png');
    await hub.pause();
    renameSync(path, renamed);
    // The original is gone from its place, so the organized file goes back there.
    await undo(hub, last(hub, 'asset.organized'));
    await hub.resume();
    await untilIdle(hub);
    expect(hub.library.inboxEntry(renamed)).toMatchObject({ state: 'filed' });
    const entry = hub.library.inboxEntry(path);
    expect(entry).toMatchObject({ state: 'set_aside', reason: 'undone' });
    await hub.say(assetRetryRequested({ file_path: path }), entry?.story_id);
    await untilIdle(hub);
    expect(hub.library.inboxEntry(path)).toMatchObject({ state: 'duplicate' });
    await hub.close('finished');
    expect(here.bugs).toEqual([]);
  }, 20_000);

  it('[O29] tried again after an undo, a file is filed anew', async () => {
    const here = place();
    const path = drop(join(here.inbox, 'a.png'), ratedPng(2, 64));
    const hub = here.open();
    await hub.start({ watch: true });
    await hub.settled();
    await undo(hub, last(hub, 'asset.organized'));
    const story = hub.library.inboxEntry(path)!.story_id;
    await hub.say(assetRetryRequested({ file_path: path }), story);
    await untilIdle(hub);
    expect(hub.library.inboxEntry(path)).toMatchObject({ state: 'filed' });
    expect(contentsOf(here.inbox)).toEqual(contentsOf(here.organized).slice(0, 1));
  }, 20_000);

  it('[O29] bytes whose organized file was removed by hand are filed when they come again', async () => {
    const here = place();
    drop(join(here.inbox, 'a.png'), ratedPng(3, 64));
    await here.run();
    for (const path of filesBelow(here.organized)) rmSync(join(here.organized, path));
    drop(join(here.inbox, 'again.png'), ratedPng(3, 64));
    await here.run();
    expect(contentsOf(here.organized)).toEqual(contentsOf(here.inbox).slice(0, 1));
  }, 20_000);
});

describe('[O21] the pass over open operations at the start', () => {
  it('[O21] finishes what a crash left, whoever began it, and forgets what came to nothing', async () => {
    const here = place();
    const bytes = ratedPng(4, 64);
    await here.run();
    const { database } = logIn(here.data);
    const [source, copy] = [drop(join(here.organized, 'x', 'one.png'), bytes), drop(join(here.organized, 'y', 'one.png'), bytes)];
    const lonely = drop(join(here.organized, 'z', 'two.png'), ratedPng(5, 64));
    drop(join(here.organized, 'w', '.alice-op2.part'), 'half');
    const plan = database.prepare(
      `INSERT INTO file_intents (operation_id, cause_id, content_hash, source_path, destination_path, operation, begun_at, kind, state)
       VALUES (?, ?, ?, ?, ?, 'move', '2026-01-01', 'refile', ?)`,
    );
    const [hash, other] = [contentsOf(join(here.organized, 'x'))[0], contentsOf(join(here.organized, 'z'))[0]];
    plan.run('op1', 'someone/0', hash, source, copy, 'published');
    plan.run('op2', 'someone else', other, lonely, join(here.organized, 'w', 'two.png'), 'planned');
    database.close();
    const hub = here.open();
    await hub.start({ watch: false });
    expect(filesBelow(here.organized)).toEqual(['y/one.png', 'z/two.png']);
    await hub.close('finished');
  });
});
