import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { settingsChanged } from '@shared/events/system-events';
import { expect, it } from 'vitest';
import { place } from '../testing/test-hub';
import { SettingsStore } from './settings';
import { SettingRefused, SettingsChanges } from './settings-changes';

/** Settings of a data folder with a hub that hears of them. */
async function open() {
  const here = place();
  const settings = new SettingsStore(here.data);
  const hub = here.open({});
  await hub.start({ watch: false });
  const change = async (key: string, value: unknown) => {
    const previous_value: unknown = Reflect.get(settings.current, key);
    settings.change({ [key]: value });
    await hub.say(settingsChanged({ setting: key, value, previous_value }));
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
  return { here, settings, changes, told };
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
  const { changes, settings, told } = await open();
  const first = await changes.change('zoom', 125);
  const second = await changes.change('zoom', 150);
  const taken = await changes.takeBack([first.sequence!, second.sequence!]);
  expect(taken.now.values.zoom).toBe(100);
  expect(taken.sequences).toHaveLength(2);
  await changes.takeBack(taken.sequences);
  expect(settings.current.zoom).toBe(150);
  expect(told()).toMatchObject([125, 150, 125, 100, 125, 150].map((value) => ({ value })));
});

it('[D92] a change that was followed by another is not taken back over it', async () => {
  const { changes, settings } = await open();
  const { sequence } = await changes.change('theme', 'dark');
  await changes.change('theme', 'light');
  await expect(changes.takeBack([sequence!])).rejects.toThrow('Theme was changed again since. It stays as it is now.');
  await expect(changes.takeBack([1])).rejects.toThrow(SettingRefused);
  expect(settings.current.theme).toBe('light');
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
