import { join } from 'node:path';
import { defaultBands, type RatingBands, starFolder, starsFor } from '@shared/library/rating';
import { describe, expect, it } from 'vitest';
import type { Hub } from '../hub';
import { bandsIn } from '../projections/bands-table';
import { openProjections } from '../projections/open-projections';
import { recordedFrom, wholeStory } from '../testing/sample-events';
import { type Place, place, typesOf } from '../testing/test-hub';
import { logIn } from '../testing/test-log';
import { drop, ratedPng } from '../testing/tiny-pictures';
import { filesBelow } from '../testing/trees';
import { serviceManifests } from './service-manifests';

/** A place with a few rated pictures that were filed, and a hub that works there. */
async function library(more: Parameters<Place['open']>[0] = {}) {
  const here = place();
  for (let seed = 1; seed <= 5; seed += 1) drop(join(here.inbox, 'harbor', `${seed}.png`), ratedPng(seed, 64));
  const hub = here.open(more);
  await hub.start({ watch: false });
  await hub.settled();
  return { here, hub };
}

const assetsOf = (hub: Hub) => hub.library.assetsBefore(Number.MAX_SAFE_INTEGER, 100);
const filed = ({ organized }: Place) => filesBelow(organized).filter((path) => !path.startsWith('.alice-trash'));

/** These pictures have scores above 80, one star by the usual limits; by these they all have five. */
const generous: RatingBands = [97, 98, 99, 100];

describe('moved limits between the stars', () => {
  it('[R8] derive each measured rating anew from its stored score, once, and files follow; own ratings hold', async () => {
    const { here, hub } = await library();
    const [mine, ...others] = assetsOf(hub);
    const own = mine!.measured_stars === 3 ? 4 : 3;
    await hub.rate([mine!.content_hash], own);
    await hub.settled();
    const before = hub.log.lastSequence;
    const bands = generous;
    const preview = await hub.setBands(bands);
    // All is derived by now; the moves may go on.
    const derived = hub.log.find({ types: ['rating.derived'], after: before, limit: 100 });
    expect(derived.map(({ subject }) => subject).sort()).toEqual(assetsOf(hub).map(({ content_hash }) => content_hash).sort());
    const [changed] = hub.log.after(before, 1);
    expect(changed).toMatchObject({
      event_type: 'rating.bands_changed', actor: 'user', data: { bands, previous_bands: defaultBands, ratings_changed: 5, undo_id: null },
    });
    expect(new Set(derived.map(({ causation_id }) => causation_id))).toEqual(new Set([changed!.event_id]));
    expect(preview).toMatchObject({ rated: 5, changed: 5, covered: 1, files_moved: 4 });
    await hub.settled();
    for (const { brisque, measured_stars, own_stars, stars, path } of assetsOf(hub)) {
      expect(measured_stars).toBe(starsFor(brisque!, bands));
      expect(stars).toBe(own_stars ?? measured_stars);
      expect(path?.split(/[\\/]/).at(-2)).toBe(starFolder(stars!));
    }
    expect(others).toHaveLength(4);
    expect(hub.bands()).toEqual(bands);
    expect(here.bugs).toEqual([]);
  });

  it('[R8] hold for what comes after, also after a restart and in a library that was made anew', async () => {
    const { here, hub } = await library();
    const bands = generous;
    await hub.setBands(bands);
    await hub.settled();
    await hub.close('finished');
    const projections = openProjections(here.data);
    expect(bandsIn(projections)?.bands).toEqual(bands);
    projections.exec('UPDATE position SET sequence = 1000000');
    projections.close();
    const again = here.open();
    expect(again.bands()).toEqual(bands);
    drop(join(here.inbox, 'harbor', 'late.png'), ratedPng(77, 64));
    await again.start({ watch: false });
    await again.settled();
    expect(assetsOf(again)[0]).toMatchObject({ measured_stars: 5, stars: 5 });
    expect(filed(here).every((path) => path.includes('/5-star/'))).toBe(true);
  });

  it('[R8] the same limits again say nothing, and of two changes at once the last one holds', async () => {
    const { hub } = await library();
    const before = hub.log.lastSequence;
    expect(await hub.setBands([...defaultBands])).toMatchObject({ changed: 0, files_moved: 0 });
    expect(hub.log.lastSequence).toBe(before);
    await Promise.all([hub.setBands([10, 97, 98, 99]), hub.setBands(generous)]);
    await hub.settled();
    expect(assetsOf(hub).map(({ measured_stars }) => measured_stars)).toEqual([5, 5, 5, 5, 5]);
    expect(assetsOf(hub).every(({ path }) => path?.includes('5-star'))).toBe(true);
  });

  it('[R9] the preview says what then happens, and touches nothing', async () => {
    const { here, hub } = await library();
    const [mine, second] = assetsOf(hub);
    await hub.rate([mine!.content_hash], mine!.measured_stars === 3 ? 4 : 3);
    await hub.settled();
    const scores = assetsOf(hub).map(({ brisque }) => brisque!).sort((a, b) => a - b);
    const middle = scores[2]! + 0.001;
    const bands: RatingBands = [middle, middle + 0.001, middle + 0.002, middle + 0.003];
    const lay = filed(here);
    const before = hub.log.lastSequence;
    const preview = hub.previewBands(bands);
    expect([hub.log.lastSequence, filed(here), hub.bands()]).toEqual([before, lay, defaultBands]);
    const was = new Map(assetsOf(hub).map((asset) => [asset.content_hash, asset]));
    await hub.setBands(bands);
    await hub.settled();
    const changed = assetsOf(hub).filter(({ content_hash, measured_stars }) => was.get(content_hash)?.measured_stars !== measured_stars);
    const moved = assetsOf(hub).filter(({ content_hash, path }) => was.get(content_hash)?.path !== path);
    expect(preview).toMatchObject({ rated: 5, changed: changed.length, files_moved: moved.length, previous_bands: defaultBands, bands });
    const count = (list: readonly { measured_stars: number | null }[]) =>
      [1, 2, 3, 4, 5].map((stars) => list.filter((each) => each.measured_stars === stars).length);
    expect(preview.before).toEqual(count([...was.values()]));
    expect(preview.after).toEqual(count(assetsOf(hub)));
    expect(preview.changes.reduce((sum, each) => sum + each.count, 0)).toBe(changed.length);
    for (const { content_hash, from, to, from_folder, to_folder, brisque } of preview.examples) {
      const asset = hub.library.asset(content_hash)!;
      expect([from, to, brisque]).toEqual([was.get(content_hash)?.measured_stars, asset.measured_stars, asset.brisque]);
      const below = (path: string | null | undefined) => path?.slice(here.organized.length + 1).split(/[\\/]/).slice(0, -1).join('/');
      expect(from_folder).toBe(below(was.get(content_hash)?.path));
      expect(to_folder ?? from_folder).toBe(below(asset.path));
    }
    expect(second).toBeDefined();
  });

  it('[R9] while files do not follow, none would be moved', async () => {
    const { hub } = await library({ refileOnRating: () => false });
    const bands = generous;
    expect(hub.previewBands(bands)).toMatchObject({ changed: 5, files_moved: 0 });
    expect(hub.previewBands(bands).examples.every(({ to_folder }) => to_folder === null)).toBe(true);
    const before = hub.log.lastSequence;
    await hub.setBands(bands);
    await hub.settled();
    expect(new Set(typesOf(hub.log.after(before, 100)))).toEqual(new Set(['rating.bands_changed', 'rating.derived']));
  });

  it('[R6] limits that were recorded before Alice ended are derived by at the next start, and what waits after an undo when it is filed again', async () => {
    const { here, hub } = await library();
    const [imported] = await hub.history({ before: null, limit: 1 });
    const undoId = await hub.undo({ kind: 'entry', id: imported!.id });
    await hub.settled();
    await hub.close('closed');
    const quiet = here.open();
    await quiet.setBands(generous);
    await quiet.close('closed');
    const again = here.open();
    await again.start({ watch: false, takeIn: false });
    await again.undo({ kind: 'entry', id: `undo-${undoId}` });
    await again.settled();
    expect(assetsOf(again).map(({ measured_stars }) => measured_stars)).toEqual([5, 5, 5, 5, 5]);
    expect(filed(here).every((path) => path.includes('/5-star/'))).toBe(true);
    expect(here.bugs).toEqual([]);
  });
});

describe('many ratings at once', () => {
  it('[R10] two thousand pictures are derived anew, recorded and folded in a fraction of a second of work', async () => {
    const here = place();
    const { log, database } = logIn(here.data);
    for (let i = 0; i < 2_000; i += 1) void log.append(recordedFrom(wholeStory(`${i}.png`), `story ${i}`));
    log.flush();
    // All of it is dealt with: nobody looks for files that were never there.
    const { lastSequence: checkpoint } = log.reader;
    for (const { name } of serviceManifests) void log.append([], { service: name, checkpoint, handled: checkpoint });
    log.flush();
    database.close();
    const hub = here.open({ refileOnRating: () => false });
    await hub.start({ watch: false, takeIn: false });
    await hub.settled();
    const began = process.cpuUsage();
    expect(await hub.setBands([1, 2, 3, 4])).toMatchObject({ rated: 2_000, changed: 2_000, files_moved: 0 });
    const { user, system } = process.cpuUsage(began);
    expect(hub.ratingsNow().stars.at(-1)).toEqual({ stars: 1, count: 2_000, own: 0 });
    expect(hub.log.find({ types: ['rating.derived'], limit: 5_000 })).toHaveLength(2_000);
    // About a tenth of that when nobody else works.
    expect((user + system) / 1_000).toBeLessThan(1_500);
  }, 20_000);
});
