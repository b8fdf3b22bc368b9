import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { settingsChanged } from '@shared/events/system-events';
import { describe, expect, it } from 'vitest';
import { place, type Place } from '../testing/test-hub';
import { drop, tinyPng } from '../testing/tiny-pictures';
import { contentsOf, filesBelow } from '../testing/trees';

const filed = ({ organized }: Place) => filesBelow(organized).filter((path) => !path.startsWith('.alice-trash'));

async function filledPlace(count: number, operation: 'copy' | 'move' = 'move'): Promise<Place> {
  const here = place();
  for (let i = 0; i < count; i += 1) drop(join(here.inbox, 'harbor', `${i}.png`), tinyPng(`picture ${i}`));
  await here.run({ operation: () => operation });
  return here;
}

describe('undo in a hub', () => {
  it('[U6] an undo that was interrupted goes on at the next start, and loses nothing', async () => {
    const here = await filledPlace(60);
    const before = contentsOf(here.organized);
    const first = here.open();
    await first.start({ watch: false, takeIn: false });
    const entry = await first.latestUndoable('undo');
    const undoId = await first.undo({ kind: 'entry', id: entry!.id });
    while (!first.log.ofStory(undoId).some(({ event_type }) => event_type === 'asset.unfiled')) await delay(1);
    await first.close('closed');
    const half = filed(here).length;
    expect(half).toBeGreaterThan(0);

    const second = here.open();
    await second.start({ watch: false, takeIn: false });
    await second.settled();
    expect(filed(here)).toEqual([]);
    expect(filesBelow(here.inbox)).toHaveLength(60);
    expect(contentsOf(here.inbox)).toEqual(before);
    expect(await second.historyEntry(entry!.id)).toMatchObject({ operations: 60, undone: 60 });
    expect(second.log.ofStory(undoId).filter(({ event_type }) => event_type === 'asset.undo_refused')).toEqual([]);
    expect(here.bugs).toEqual([]);
  });

  it('[U5] back to a moment and forth again, the tree is what it was', async () => {
    const here = await filledPlace(4);
    const early = filed(here);
    const hub = here.open({ operation: () => 'move' });
    await hub.start({ watch: false });
    const moment = hub.log.lastSequence;
    for (let i = 10; i < 13; i += 1) drop(join(here.inbox, 'tides', `${i}.png`), tinyPng(`picture ${i}`));
    await hub.resume();
    await hub.settled();
    const late = filed(here);
    expect(late).toHaveLength(7);
    const preview = await hub.previewUndo({ kind: 'moment', after_sequence: moment });
    expect(preview).toMatchObject({ operations: 3, refused: [] });
    const undoId = await hub.undo({ kind: 'moment', after_sequence: moment });
    await hub.settled();
    expect(filed(here)).toEqual(early);
    expect(hub.library.assetCount).toBe(4);
    await hub.undo({ kind: 'entry', id: `undo-${undoId}` });
    await hub.settled();
    expect(filed(here)).toEqual(late);
    expect(hub.library.assetCount).toBe(7);
  });

  it('[D262] what going back to a moment leaves as it is, settings and sources, is said before it is done', async () => {
    const here = await filledPlace(2);
    const hub = here.open();
    await hub.start({ watch: false });
    const change = (value: string, previous_value: string) => hub.say(settingsChanged({ setting: 'theme', value, previous_value }));
    await change('light', 'dark');
    const moment = hub.log.lastSequence;
    await change('system', 'light');
    await change('dark', 'system');
    await hub.say(settingsChanged({ setting: 'zoom', value: 120, previous_value: 100 }));
    drop(join(here.inbox, 'tides', 'late.png'), tinyPng('late'));
    await hub.resume();
    await hub.settled();
    const preview = await hub.previewUndo({ kind: 'moment', after_sequence: moment });
    expect(preview).toMatchObject({ operations: 1, files: 1, refused_count: 2 });
    expect(preview.refused.map(({ file_name, message }) => `${file_name}. ${message}`)).toEqual([
      expect.stringMatching(/^Theme: Dark\. Going back to a moment leaves settings and sources as they are\./), expect.stringMatching(/^Text size: 120 %\. /),
    ]);
    const undoId = await hub.undo({ kind: 'moment', after_sequence: moment });
    await hub.settled();
    expect(hub.log.ofStory(undoId).filter(({ event_type }) => event_type === 'settings.changed')).toEqual([]);
    expect(await hub.previewUndo({ kind: 'moment', after_sequence: hub.log.lastSequence - 1 })).toMatchObject({ refused_count: 0 });
  });

  it('[U3] the same undo asked for twice at once is carried out once', async () => {
    const here = await filledPlace(5, 'copy');
    const hub = here.open();
    await hub.start({ watch: false, takeIn: false });
    const entry = await hub.latestUndoable('undo');
    const wish = { kind: 'entry', id: entry!.id } as const;
    const [one, two] = await Promise.all([hub.undo(wish), hub.undo(wish)]);
    await hub.settled();
    const types = (id: string) => hub.log.ofStory(id).map(({ event_type }) => event_type);
    expect(types(one).filter((type) => type === 'asset.unfiled')).toHaveLength(5);
    expect(types(two).filter((type) => type !== 'undo.requested')).toEqual(Array.from({ length: 5 }, () => 'asset.undo_refused'));
    expect(filed(here)).toEqual([]);
    await expect(hub.undo(wish)).rejects.toThrow('undone already');
  });
});
