import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { assetUndoRequested } from '@shared/events/care-events';
import type { EventType } from '@shared/events/catalog';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Hub } from './hub';
import { logFileName } from './log/open-database';
import { sourceIn } from './testing/a-source';
import { place } from './testing/test-hub';
import { drop, tinyPng } from './testing/tiny-pictures';
import { contentsOf, filesBelow } from './testing/trees';

const until = (holds: () => unknown) => expect.poll(holds, { timeout: 15_000 });
const outcomes: readonly EventType[] = ['asset.discovered', 'asset.organized', 'asset.unfiled', 'asset.undo_refused', 'asset.duplicated'];
const told = (hub: Hub) => hub.log.find({ types: [...outcomes], limit: 100 }).map(({ event_type }) => event_type.slice(6));

async function undo(hub: Hub, type: EventType): Promise<void> {
  const { sequence, event_id, subject } = hub.log.find({ types: [type], newestFirst: true, limit: 1 })[0]!;
  await hub.say(assetUndoRequested({
    undo_id: `of ${sequence}`, content_hash: String(subject), undone_event_id: event_id, undone_sequence: sequence,
  }));
}

async function filed(operation: 'copy' | 'move') {
  const here = place();
  const source = sourceIn(here, 'usb', { operation });
  const path = drop(join(source.path, 'a.png'), tinyPng(operation));
  const all = contentsOf(source.path);
  const hub = here.open({ sources: [source] });
  await hub.start({ watch: true });
  await until(() => hub.library.inboxEntry(path)?.state).toBe('filed');
  return { here, source, path, all, hub };
}

describe('[I56] undo of what came out of a source', () => {
  it.each(['copy', 'move'] as const)('[I56] leaves a file where it was before, which is not taken again: neither at once nor at the next start (%s)', async (operation) => {
    const { here, source, path, all, hub } = await filed(operation);
    await undo(hub, 'asset.organized');
    await until(() => told(hub)).toEqual(['discovered', 'organized', 'unfiled']);
    await hub.pause();
    await hub.resume();
    await hub.settled();
    await hub.close('finished');
    const next = here.open({ sources: [source] });
    await next.start({ watch: true });
    await next.settled();
    expect(told(next)).toEqual(['discovered', 'organized', 'unfiled']);
    expect(next.library.inboxEntry(path)).toMatchObject({ state: 'set_aside', reason: 'undone' });
    expect(contentsOf(source.path)).toEqual(all);
  }, 40_000);

  it.each([['copy', false], ['move', false], ['copy', true], ['move', true]] as const)(
    '[I56] is refused while the drive of the source is away, and works when it is back (%s, empty folder left: %s)', async (operation, folderIsLeft) => {
      const { here, source, all, hub } = await filed(operation);
      if (folderIsLeft) {
        // As is noted of a drive that is mounted at the folder itself.
        const log = new Database(join(here.data, logFileName));
        log.prepare('INSERT OR REPLACE INTO about (name, value) VALUES (?, ?)').run(`source_mounted:${source.id}`, source.path);
        log.close();
      }
      renameSync(source.path, `${source.path} away`);
      if (folderIsLeft) mkdirSync(source.path);
      drop(join(`${source.path} away`, 'notes.txt'), 'so that the drive is not empty when it is back');
      await until(() => hub.sources.list()[0]?.state).toBe('missing');
      await undo(hub, 'asset.organized');
      await until(() => told(hub).at(-1)).toBe('undo_refused');
      expect(contentsOf(here.organized)).toEqual(all);
      expect(folderIsLeft ? filesBelow(source.path) : []).toEqual([]);
      if (folderIsLeft) renameSync(source.path, `${source.path} left`);
      renameSync(`${source.path} away`, source.path);
      await until(() => hub.sources.list()[0]?.state).toBe('watching');
      await undo(hub, 'asset.organized');
      await until(() => told(hub)).toEqual(['discovered', 'organized', 'undo_refused', 'unfiled']);
      expect(contentsOf(source.path)).toEqual(expect.arrayContaining([...all]));
    }, 40_000);
});
