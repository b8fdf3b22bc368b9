import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingsChanged } from '@shared/events/system-events';
import { defaultBands } from '@shared/library/rating';
import { expect, it, vi } from 'vitest';
import { refileOnRatingIn } from '../../hub/rating-settings';
import { place } from '../../testing/test-hub';
import { drop, ratedPng } from '../../testing/tiny-pictures';
import { SettingsStore } from '../settings';
import type { Workspace } from '../workspace';

vi.mock('electron', () => ({ ipcMain: {}, app: {} }));
const { ratingHandlers } = await import('./rating-handlers');
const { PersonalError } = await import('./registry');

/** The calls of the window on a hub with one rated picture, and the part of the workspace that they need. */
async function window() {
  const here = place();
  drop(join(here.inbox, 'harbor', 'a.png'), ratedPng(1, 64));
  const settings = new SettingsStore(here.data);
  const hub = here.open({ refileOnRating: () => settings.current.refile_on_rating });
  await hub.start({ watch: false });
  await hub.settled();
  const workspace = {
    get settings() { return settings.current; },
    changeSetting: async (setting: 'refile_on_rating', value: boolean) => {
      const previous_value = settings.current[setting];
      settings.change({ [setting]: value });
      await hub.say(settingsChanged({ setting, value, previous_value }));
    },
  } as unknown as Workspace;
  const [asset] = hub.library.assetsBefore(Number.MAX_SAFE_INTEGER, 1);
  return { here, hub, hash: asset!.content_hash, calls: ratingHandlers(() => hub, workspace) };
}

it('[R3] the window gives ratings of one batch, and is answered in a sentence when a picture is unknown', async () => {
  const { hub, hash, calls } = await window();
  const batch_id = '01a2019a-2386-7b85-a1d4-0e28b6e7f73a';
  expect(await calls['ratings/give']({ content_hashes: [hash], stars: 4, batch_id })).toEqual({ batch_id, changed: 1 });
  expect(hub.library.asset(hash)).toMatchObject({ own_stars: 4 });
  const refused = calls['ratings/give']({ content_hashes: ['f'.repeat(64)], stars: 4 });
  await expect(refused).rejects.toThrow(PersonalError);
  await expect(refused).rejects.toThrow(/nothing was rated/);
});

it('[R9] the window looks at other limits, and moves them', async () => {
  const { calls } = await window();
  expect(await calls['ratings/bands']({})).toEqual({ bands: defaultBands, refile: true });
  expect(await calls['ratings/preview-bands']({ bands: [97, 98, 99, 100] })).toMatchObject({ changed: 1, files_moved: 1 });
  expect(await calls['ratings/set-bands']({ bands: [97, 98, 99, 100] })).toMatchObject({ changed: 1 });
  expect(await calls['ratings/bands']({})).toEqual({ bands: [97, 98, 99, 100], refile: true });
});

it('[R5] whether files follow is kept, for the command line, too, said as an event, and holds at once', async () => {
  const { here, hub, hash, calls } = await window();
  expect(await calls['ratings/set-refile']({ refile: false })).toEqual({ bands: defaultBands, refile: false });
  expect(JSON.parse(readFileSync(join(here.data, 'settings.json'), 'utf8'))).toMatchObject({ refile_on_rating: false });
  expect(refileOnRatingIn(here.data)).toBe(false);
  expect(hub.log.find({ types: ['settings.changed'], limit: 1 })).toMatchObject([{ data: { setting: 'refile_on_rating', value: false, previous_value: true } }]);
  const lay = hub.library.asset(hash)!.path;
  await calls['ratings/give']({ content_hashes: [hash], stars: 4 });
  await hub.settled();
  expect(hub.library.asset(hash)!.path).toBe(lay);
  drop(join(here.data, 'settings.json'), '{ "refile_on_rating": "perhaps" }');
  expect(refileOnRatingIn(here.data)).toBe(true);
});
