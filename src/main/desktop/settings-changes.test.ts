import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { settingsChanged } from '@shared/events/system-events';
import type { UndoWish } from '@shared/library/history';
import { expect, it } from 'vitest';
import { place } from '../testing/test-hub';
import { SettingsStore } from './settings';
import { SettingsChanges } from './settings-changes';
import { takingBack } from './take-back';

/** Settings of a data folder with a hub that hears of them. */
async function open() {
  const here = place();
  const settings = new SettingsStore(here.data);
  const hub = here.open({});
  await hub.start({ watch: false });
  const change = async (key: string, value: unknown, storyId?: string) => {
    const previous_value: unknown = Reflect.get(settings.current, key);
    settings.change({ [key]: value });
    await hub.say(settingsChanged({ setting: key, value, previous_value }), storyId);
  };
  const changes = new SettingsChanges({
    atStart: () => settings.atStart,
    settings: () => settings.current,
    hub: () => hub,
    change,
    changeFolder: change,
    folders: () => ({ inbox: here.inbox, organized: here.organized, forThisRun: false }),
  });
  const told = () => hub.log.find({ types: ['settings.changed'], limit: 100 }).map(({ data }) => data);
  const nobody = () => Promise.reject(new Error('no source and no stage was changed'));
  const back = takingBack(() => hub, {
    settings: changes,
    sources: { problemWithTakingBack: nobody, takeBack: nobody },
    stages: { problemWith: () => null, putBack: nobody },
  });
  const asked = async (wish: UndoWish) => (await hub.changesBehind(wish))!;
  const undo = async (wish: UndoWish) => back.undo(await asked(wish));
  const preview = async (wish: UndoWish) => back.preview(await asked(wish));
  return { here, hub, settings, changes, told, undo, preview };
}

it('[D201] a language waits for the next start, until the one of now is chosen again', async () => {
  const { here, changes } = await open();
  expect((await changes.change('language', 'de')).now).toMatchObject({ values: { language: 'de' }, from_next_start: ['language'] });
  expect((await changes.change('language', 'system')).now.from_next_start).toEqual([]);
  await changes.change('language', 'eo');
  expect(new SettingsStore(here.data).atStart.language).toBe('eo');
});

it('[D92] a change is kept, told by one event, and shown as one', async () => {
  const { here, changes, told } = await open();
  expect(changes.now.changed).toEqual([]);
  const { sequence, now } = await changes.change('contrast', 'high');
  expect(sequence).toBeGreaterThan(0);
  expect(now).toMatchObject({ values: { contrast: 'high', source_rules: 0, inbox: here.inbox }, changed: ['contrast'], for_this_run: [] });
  expect(new SettingsStore(here.data).current.contrast).toBe('high');
  expect(await changes.change('contrast', 'high')).toMatchObject({ sequence: null });
  expect(told()).toEqual([{ setting: 'contrast', value: 'high', previous_value: 'system' }]);
});

it('[D92] changes are taken back by their events, the latest first, and that is taken back like them', async () => {
  const { changes, settings, told, undo } = await open();
  await changes.change('zoom', 125);
  const second = await changes.change('zoom', 150);
  const undone = await undo({ kind: 'operations', sequences: [second.sequence!] });
  expect(settings.current.zoom).toBe(125);
  await undo({ kind: 'entry', id: `undo-${undone}` });
  expect(settings.current.zoom).toBe(150);
  expect(told()).toMatchObject([125, 150, 125, 150].map((value) => ({ value })));
});

it('[D92] a change that was followed by another is not taken back over it', async () => {
  const { changes, settings, undo } = await open();
  const { sequence } = await changes.change('theme', 'dark');
  await changes.change('theme', 'light');
  const wish = { kind: 'operations', sequences: [sequence!] } as const;
  await expect(undo(wish)).rejects.toThrow('It was changed again after that. Undo that first.');
  // Nor when what it said happens to be so again.
  await changes.change('theme', 'dark');
  await expect(undo(wish)).rejects.toThrow('It was changed again after that. Undo that first.');
  expect(settings.current.theme).toBe('dark');
});

it('[D92] what does not fit is refused, and a reset is a change like others', async () => {
  const { changes, settings, told } = await open();
  await expect(changes.change('zoom', 20)).rejects.toThrow('Text size cannot be set to that. Nothing was changed.');
  await changes.change('keep_free_mb', 500);
  const { now } = await changes.reset('keep_free_mb');
  expect(now.changed).toEqual([]);
  expect(settings.current.keep_free_mb).toBeNull();
  expect(told()).toHaveLength(2);
});

it('[D93] backups go to no folder that files are taken from or filed to', async () => {
  const { here, changes } = await open();
  const inside = join(here.inbox, 'safe');
  mkdirSync(inside);
  await expect(changes.chooseFolder('backup_folder', inside)).rejects.toThrow(/lies in the inbox/);
  await expect(changes.chooseFolder('backup_folder', here.organized)).rejects.toThrow(/lies in the organized folder/);
  expect((await changes.chooseFolder('backup_folder', join(here.data, 'elsewhere'))).now.changed).toEqual(['backup_folder']);
});

it('[D210] changes of settings stand in the history, each with its way back, and what came in one go as one', async () => {
  const { hub, changes, settings, undo, preview } = await open();
  await changes.change('contrast', 'high');
  await changes.change('zoom', 125, 'a file of settings');
  await changes.change('motion', 'reduced', 'a file of settings');
  const inShort = async () => (await hub.history({ before: null, limit: 10 })).map(({ label, scope, undone }) => [label, scope, undone]);
  expect(await inShort()).toEqual([['2 settings changed at once', 'batch', 0], ['Contrast: High', 'operation', 0]]);
  const entry = (await hub.latestUndoable('undo'))!;
  expect(await preview({ kind: 'entry', id: entry.id })).toMatchObject({ label: '2 settings changed at once', operations: 2, refused: [] });
  await undo({ kind: 'entry', id: entry.id });
  expect(settings.current).toMatchObject({ zoom: 100, motion: 'system', contrast: 'high' });
  expect(await inShort()).toEqual([
    ['Undone: 2 settings changed at once', 'undo', 0], ['2 settings changed at once', 'batch', 2], ['Contrast: High', 'operation', 0],
  ]);
  await undo({ kind: 'entry', id: (await hub.latestUndoable('undo'))!.id });
  expect(settings.current.contrast).toBe('system');
  await undo({ kind: 'entry', id: (await hub.latestUndoable('redo'))!.id });
  expect(settings.current.contrast).toBe('high');
});

it('[D210] of several changes those that were made again since stay, and the preview says which', async () => {
  const { changes, settings, undo, preview } = await open();
  const first = await changes.change('zoom', 125, 'a file of settings');
  const second = await changes.change('motion', 'reduced', 'a file of settings');
  await changes.change('zoom', 150);
  const wish = { kind: 'operations', sequences: [first.sequence!, second.sequence!] } as const;
  expect(await preview(wish)).toMatchObject({ operations: 1, refused_count: 1, refused: [{ message: 'It was changed again after that. Undo that first.' }] });
  await undo(wish);
  expect(settings.current).toMatchObject({ zoom: 150, motion: 'system' });
});

it('[D210] where nobody keeps settings, as on the command line, they are passed over and a sentence says so', async () => {
  const { hub, changes } = await open();
  const { sequence } = await changes.change('theme', 'dark');
  expect(await hub.latestUndoable('undo', { changes: false })).toBeNull();
  await expect(hub.undo({ kind: 'operations', sequences: [sequence!] })).rejects.toThrow('in the window of Alice');
});
