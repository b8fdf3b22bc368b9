import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { assetRefileRequested } from '@shared/events/care-events';
import { starFolder, type Stars } from '@shared/library/rating';
import { describe, expect, it } from 'vitest';
import type { Hub } from '../hub';
import { type Place, place, typesOf } from '../testing/test-hub';
import { drop, ratedPng, tinyPng } from '../testing/tiny-pictures';
import { contentsOf, filesBelow } from '../testing/trees';
import { RatingError } from './ratings';

/** A place with one rated picture and its notes that were filed, and a hub that works there. */
async function filedPicture(more: Parameters<Place['open']>[0] = {}) {
  const here = place();
  drop(join(here.inbox, 'harbor', 'a.png'), ratedPng(1, 64));
  drop(join(here.inbox, 'harbor', 'a.txt'), 'notes');
  const hub = here.open({ operation: () => 'move', ...more });
  await hub.start({ watch: false });
  await hub.settled();
  const [{ content_hash: hash, measured_stars }] = hub.library.assetsBefore(Number.MAX_SAFE_INTEGER, 1) as [NonNullable<ReturnType<Hub['library']['asset']>>];
  const measured = measured_stars!;
  const others = ([1, 2, 3, 4, 5] as const).filter((stars) => stars !== measured) as [Stars, Stars, Stars, Stars];
  return { here, hub, hash, measured, others };
}

const assetOf = (hub: Hub, hash: string) => hub.library.asset(hash)!;
const lies = (hub: Hub, hash: string) => assetOf(hub, hash).path!.split(/[\\/]/).slice(-2).join('/');
const filed = ({ organized }: Place) => filesBelow(organized).filter((path) => !path.startsWith('.alice-trash')).map((path) => path.split('/').slice(-2).join('/'));
const since = (hub: Hub, sequence: number) => typesOf(hub.log.after(sequence, 10_000));
const followed = ['asset.refile_requested', 'asset.refiled'];

describe('a rating of one\'s own', () => {
  it('[R1] holds, is in its picture\'s story, and the file goes to the folder of its stars with its sidecars', async () => {
    const { here, hub, hash, measured, others: [stars] } = await filedPicture();
    const before = hub.log.lastSequence;
    const contents = contentsOf(here.organized);
    const { changed, batch_id } = await hub.rate([hash], stars);
    await hub.settled();
    expect(since(hub, before)).toEqual(['rating.given', ...followed]);
    const [given] = hub.log.after(before, 1);
    expect(given).toMatchObject({
      actor: 'user', correlation_id: assetOf(hub, hash).story_id, data: { stars, previous_stars: null, given_by: 'user', batch_id },
    });
    expect(changed).toBe(1);
    expect(assetOf(hub, hash)).toMatchObject({ stars, own_stars: stars, measured_stars: measured });
    expect(filed(here)).toEqual([`${starFolder(stars)}/harbor-001.png`, `${starFolder(stars)}/harbor-001.txt`]);
    expect(contentsOf(here.organized)).toEqual(contents);
    expect(here.bugs).toEqual([]);
  });

  it('[R2] that is taken away lets the measured one hold again, and the file goes back under its name', async () => {
    const { here, hub, hash, measured, others: [stars] } = await filedPicture();
    const before = filed(here);
    await hub.rate([hash], stars);
    await hub.settled();
    const position = hub.log.lastSequence;
    expect(await hub.rate([hash], 0)).toMatchObject({ changed: 1 });
    await hub.settled();
    expect(since(hub, position)).toEqual(['rating.cleared', ...followed]);
    expect(assetOf(hub, hash)).toMatchObject({ stars: measured, own_stars: null });
    expect(filed(here)).toEqual(before);
    expect(await hub.rate([hash], 0)).toMatchObject({ changed: 0 });
  });

  it('[R2] a video and a picture without a measured rating are rated, too, and go back to no star folder', async () => {
    const here = place();
    drop(join(here.inbox, 'a.png'), tinyPng());
    const hub = here.open();
    await hub.start({ watch: false });
    await hub.settled();
    const [asset] = hub.library.assetsBefore(Number.MAX_SAFE_INTEGER, 1);
    const first = asset!.path!;
    await hub.rate([asset!.content_hash], 4);
    await hub.settled();
    expect(assetOf(hub, asset!.content_hash).path).toBe(join(dirname(first), '4-star', 'uncategorized-001.png'));
    await hub.rate([asset!.content_hash], 0);
    await hub.settled();
    expect(assetOf(hub, asset!.content_hash)).toMatchObject({ path: first, stars: null });
  });

  it('[R3] several at once are one batch in one go; what is unknown is refused in a sentence and nothing is rated', async () => {
    const { here, hub, hash, others: [stars, other] } = await filedPicture();
    drop(join(here.inbox, 'harbor', 'b.png'), ratedPng(2, 64));
    await hub.resume();
    await hub.settled();
    const hashes = hub.library.assetsBefore(Number.MAX_SAFE_INTEGER, 9).map(({ content_hash }) => content_hash);
    const before = hub.log.lastSequence;
    await expect(hub.rate([hash, 'f'.repeat(64)], stars)).rejects.toThrow(RatingError);
    await expect(hub.rate(['f'.repeat(64)], stars)).rejects.toThrow('Alice knows no picture ffffffffffff…, so nothing was rated.');
    expect(hub.log.lastSequence).toBe(before);
    const { batch_id, changed } = await hub.rate([...hashes, hash], stars);
    expect(changed).toBe(2);
    expect(hub.log.after(before, 2).map(({ data }) => Reflect.get(data, 'batch_id') as string)).toEqual([batch_id, batch_id]);
    expect(await hub.rate([hash], other, batch_id)).toEqual({ batch_id, changed: 1 });
    expect(await hub.rate(hashes, other)).toMatchObject({ changed: 1 });
    await hub.settled();
    expect(here.bugs).toEqual([]);
  });

  it('[R4] changed again and again while its file moves, the file ends in the folder of the one that holds', async () => {
    const { here, hub, hash, others } = await filedPicture();
    const given = [...others, others[0], others[2], others[1]];
    await Promise.all(given.map((stars) => hub.rate([hash], stars)));
    await hub.settled();
    expect(assetOf(hub, hash)).toMatchObject({ own_stars: others[1] });
    expect(filed(here)).toEqual([`${starFolder(others[1])}/harbor-001.png`, `${starFolder(others[1])}/harbor-001.txt`]);
    await Promise.all([hub.rate([hash], others[3]), hub.rate([hash], others[1])]);
    await hub.settled();
    expect(lies(hub, hash)).toBe(`${starFolder(others[1])}/harbor-001.png`);
    const requests = hub.log.aboutSubject(hash).filter(({ event_type }) => event_type === 'asset.refile_requested');
    expect(requests.length).toBeLessThanOrEqual(given.length + 2);
    expect(hub.deadLetters()).toEqual([]);
    expect(here.bugs).toEqual([]);
  });

  it('[R4] when it was to be moved for another reason at the same time, it ends in the right folder of both', async () => {
    const { hub, hash, others: [stars] } = await filedPicture();
    const { path, story_id, project, date_folder } = assetOf(hub, hash);
    const place = { file_path: path!, project_name: project, source_type: 'comfyui', date_folder: date_folder!, quality_folder: lies(hub, hash).split('/')[0]! };
    await Promise.all([hub.say(assetRefileRequested({ content_hash: hash, ...place, reason: 'metadata' }), story_id), hub.rate([hash], stars)]);
    await hub.settled();
    expect(assetOf(hub, hash).path!.split(/[\\/]/).slice(-3)).toEqual(['comfyui', starFolder(stars), 'harbor-001.png']);
  });
});

describe('a file that does not follow its rating', () => {
  it('[R5] because a person moved it elsewhere: that is where they want it', async () => {
    const { here, hub, hash, others: [stars, other] } = await filedPicture();
    const mine = join(here.organized, 'best of', 'a.png');
    mkdirSync(dirname(mine));
    renameSync(assetOf(hub, hash).path!, mine);
    await hub.lookAgain(hash);
    await hub.settled();
    expect(assetOf(hub, hash).path).toBe(mine);
    const before = hub.log.lastSequence;
    await hub.rate([hash], stars);
    await hub.rate([hash], other);
    await hub.settled();
    expect(since(hub, before)).toEqual(['rating.given', 'rating.given']);
    expect(existsSync(mine)).toBe(true);
  });

  it('[R5] because it is missing; when it is back, it goes where its rating wants it', async () => {
    const { here, hub, hash, others: [stars] } = await filedPicture();
    const { path } = assetOf(hub, hash);
    const away = join(here.home, 'away.png');
    renameSync(path!, away);
    await hub.lookAgain(hash);
    await hub.settled();
    expect(assetOf(hub, hash).missing).toBe('gone');
    const before = hub.log.lastSequence;
    await hub.rate([hash], stars);
    await hub.settled();
    expect(since(hub, before)).toEqual(['rating.given']);
    renameSync(away, path!);
    await hub.lookAgain(hash);
    await hub.settled();
    expect(since(hub, before)).toEqual(['rating.given', 'asset.returned', ...followed]);
    expect(lies(hub, hash)).toBe(`${starFolder(stars)}/harbor-001.png`);
  });

  it('[R5] because it was changed: it is refused once, with the sentence', async () => {
    const { here, hub, hash, others: [stars, other] } = await filedPicture();
    const path = drop(assetOf(hub, hash).path!, 'painted over');
    const before = hub.log.lastSequence;
    await hub.rate([hash], stars);
    await hub.settled();
    expect(since(hub, before)).toEqual(['rating.given', 'asset.refile_requested', 'asset.refile_refused']);
    await Promise.all([hub.rate([hash], other), hub.rate([hash], stars)]);
    await hub.settled();
    expect(readFileSync(path, 'utf8')).toBe('painted over');
    expect(since(hub, before).length).toBeLessThan(12);
    expect(here.bugs).toEqual([]);
  });

  it('[R5] because the setting says so, in the data folder or as the hub is told', async () => {
    const { here, hub, hash, others: [stars, other] } = await filedPicture({ refileOnRating: () => false });
    const before = hub.log.lastSequence;
    const lay = filed(here);
    await hub.rate([hash], stars);
    await hub.settled();
    expect([since(hub, before), filed(here)]).toEqual([['rating.given'], lay]);
    await hub.close('finished');
    drop(join(here.data, 'settings.json'), JSON.stringify({ refile_on_rating: false }));
    const again = here.open();
    await again.start({ watch: false });
    await again.rate([hash], other);
    await again.settled();
    expect(filed(here)).toEqual(lay);
    expect(assetOf(again, hash).stars).toBe(other);
  });
});

describe('after a crash, and twice', () => {
  it('[R6] a rating that was recorded before Alice ended is followed at the next start', async () => {
    const { here, hub, hash, others: [stars] } = await filedPicture();
    await hub.close('closed');
    const quiet = here.open();
    // Not started: the rating is recorded, and no service works.
    await quiet.rate([hash], stars);
    await quiet.close('closed');
    const again = here.open();
    await again.start({ watch: false });
    await again.settled();
    expect(lies(again, hash)).toBe(`${starFolder(stars)}/harbor-001.png`);
    expect(here.bugs).toEqual([]);
  });

  it('[R7] a picture that is filed again after an undo goes to the folder of its own rating', async () => {
    const { here, hub, hash, measured, others: [stars] } = await filedPicture();
    await hub.rate([hash], stars);
    await hub.settled();
    const [imported] = (await hub.history({ before: null, limit: 9 })).filter(({ scope }) => scope === 'operation').slice(-1);
    await hub.undo({ kind: 'entry', id: imported!.id });
    await hub.settled();
    expect(filed(here)).toEqual([]);
    rmSync(join(here.inbox, 'harbor', 'a.png'));
    drop(join(here.inbox, 'tides', 'b.png'), ratedPng(1, 64));
    await hub.resume();
    await hub.settled();
    expect(assetOf(hub, hash)).toMatchObject({ stars, own_stars: stars, measured_stars: measured });
    expect(lies(hub, hash)).toBe(`${starFolder(stars)}/tides-001.png`);
    expect(here.bugs).toEqual([]);
  });

  it('[R19] a dry run files by own ratings and the limits that hold, and says nothing of ratings', async () => {
    const { here, hub, hash, others: [stars] } = await filedPicture();
    await hub.rate([hash], stars);
    await hub.setBands([97, 98, 99, 100]);
    await hub.settled();
    await hub.undo({ kind: 'asset', content_hash: hash });
    await hub.settled();
    await hub.close('finished');
    rmSync(here.inbox, { recursive: true });
    drop(join(here.inbox, 'tides', 'a.png'), ratedPng(1, 64));
    drop(join(here.inbox, 'tides', 'b.png'), ratedPng(2, 64));
    const events = await here.run({ dryRun: true });
    expect(typesOf(events).filter((type) => type.startsWith('rating.') || type.startsWith('asset.refile'))).toEqual([]);
    const folders = events.flatMap((event) => (event.event_type === 'asset.organized' ? [[event.data.content_hash === hash, event.data.quality_folder]] : []));
    expect(new Map(folders as [boolean, string][])).toEqual(new Map([[true, starFolder(stars)], [false, '5-star']]));
  });
});
