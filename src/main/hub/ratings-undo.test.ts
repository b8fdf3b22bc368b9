import { mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { defaultBands, type RatingBands, type Stars } from '@shared/library/rating';
import { describe, expect, it } from 'vitest';
import type { Hub } from '../hub';
import { type Place, place, typesOf } from '../testing/test-hub';
import { drop, ratedPng } from '../testing/tiny-pictures';
import { contentsOf, filesBelow } from '../testing/trees';
import { NothingToUndoError } from './history';

async function library(count = 3) {
  const here = place();
  for (let seed = 1; seed <= count; seed += 1) drop(join(here.inbox, 'harbor', `${seed}.png`), ratedPng(seed, 64));
  drop(join(here.inbox, 'harbor', '1.txt'), 'notes');
  const hub = here.open({ operation: () => 'move' });
  await hub.start({ watch: false });
  await hub.settled();
  const assets = hub.library.assetsBefore(Number.MAX_SAFE_INTEGER, 100);
  return { here, hub, hashes: assets.map(({ content_hash }) => content_hash), other: (assets[0]!.measured_stars === 5 ? 4 : 5) as Stars };
}

const filed = ({ organized }: Place) => filesBelow(organized).filter((path) => !path.startsWith('.alice-trash'));
const state = (hub: Hub) =>
  hub.library.assetsBefore(Number.MAX_SAFE_INTEGER, 100)
    .map(({ content_hash, path, stars, own_stars }) => ({ content_hash, path, stars, own_stars }));
const labels = async (hub: Hub) => (await hub.history({ before: null, limit: 100 })).map(({ label }) => label);

/** Undoes what Ctrl+Z would undo next, or takes the last undo back; resolves with its label. */
async function step(hub: Hub, direction: 'undo' | 'redo'): Promise<string | null> {
  const entry = await hub.latestUndoable(direction);
  if (entry === null) return null;
  await hub.undo({ kind: 'entry', id: entry.id });
  await hub.settled();
  return entry.label;
}

describe('undo of ratings in a hub', () => {
  it('[R11] one after the other and back again, files and ratings are what they were at each step', async () => {
    const { here, hub, hashes, other } = await library();
    const steps = [state(hub)];
    const trees = [filed(here)];
    const keep = async () => {
      await hub.settled();
      steps.push(state(hub));
      trees.push(filed(here));
    };
    await hub.rate(hashes, other);
    await keep();
    await hub.rate([hashes[0]!], 1);
    await keep();
    await hub.rate([hashes[1]!], 0);
    await keep();
    await hub.setBands([97, 98, 99, 100]);
    await keep();
    const name = (hash: string | undefined) => hub.library.asset(hash!)!.file_name;
    const said = [
      'Limits between the stars moved to 97, 98, 99, 100', `Own rating of ${name(hashes[1])} cleared`, `${name(hashes[0])} rated one star`,
      `3 pictures rated ${other === 5 ? 'five' : 'four'} stars`,
    ];
    expect((await labels(hub)).slice(0, 4)).toEqual(said);
    for (let at = steps.length - 2; at >= 0; at -= 1) {
      await step(hub, 'undo');
      expect(state(hub)).toEqual(steps[at]);
      expect(filed(here)).toEqual(trees[at]);
    }
    expect(hub.bands()).toEqual(defaultBands);
    for (let at = 1; at < steps.length; at += 1) {
      expect(await step(hub, 'redo')).toMatch(/^Undone: /);
      expect(state(hub)).toEqual(steps[at]);
      expect(filed(here)).toEqual(trees[at]);
    }
    expect(await labels(hub)).not.toEqual(expect.arrayContaining([expect.stringContaining('refiled')]));
    expect(here.bugs).toEqual([]);
  });

  it('[R12] a rating that was given over is refused with its sentence, before and after it is asked for', async () => {
    const { hub, hashes: [hash], other } = await library(1);
    await hub.rate([hash!], other);
    const [first] = hub.log.find({ types: ['rating.given'], limit: 1 });
    await hub.rate([hash!], 1);
    await hub.settled();
    const wish = { kind: 'operations', sequences: [first!.sequence] } as const;
    expect(await hub.previewUndo(wish)).toMatchObject({
      label: expect.stringMatching(/rated (five|four) stars$/), operations: 0, refused: [{ message: 'It was rated otherwise after that. Undo that first.' }],
    });
    const undoId = await hub.undo(wish);
    await hub.settled();
    expect(typesOf(hub.log.ofStory(undoId))).toEqual(['undo.requested', 'asset.undo_refused']);
    expect(hub.library.asset(hash!)).toMatchObject({ own_stars: 1 });
  });

  it('[R12] limits that were moved again are refused in a sentence, and nothing is asked for', async () => {
    const { hub } = await library(1);
    await hub.setBands([1, 2, 3, 4]);
    await hub.setBands([2, 3, 4, 5]);
    await hub.settled();
    const [first] = hub.log.find({ types: ['rating.bands_changed'], limit: 1 });
    const before = hub.log.lastSequence;
    const refused = hub.undo({ kind: 'operations', sequences: [first!.sequence] });
    await expect(refused).rejects.toThrow(NothingToUndoError);
    await expect(refused).rejects.toThrow('The limits between the stars were moved again after that. Undo that first.');
    expect(hub.log.lastSequence).toBe(before);
  });

  it('[R13] an import whose files followed their ratings is undone in one go and done again, and following is no entry', async () => {
    const { here, hub, hashes, other } = await library();
    const contents = contentsOf(here.organized);
    await hub.rate(hashes, other);
    await hub.settled();
    const lay = filed(here);
    const [rated, imported, ...rest] = await hub.history({ before: null, limit: 9 });
    expect([rated?.label, imported?.label, rest]).toEqual([expect.stringContaining('3 pictures rated'), '3 files filed from harbor', []]);
    expect(await hub.previewUndo({ kind: 'entry', id: imported!.id })).toMatchObject({ operations: 3, files: 3, refused_count: 0 });
    expect(await hub.previewUndo({ kind: 'entry', id: rated!.id })).toMatchObject({ operations: 3, files: 0, refused_count: 0 });
    const undoId = await hub.undo({ kind: 'entry', id: imported!.id });
    await hub.settled();
    expect(filed(here)).toEqual([]);
    expect(contentsOf(here.inbox)).toEqual(contents);
    expect(typesOf(hub.log.ofStory(undoId)).filter((type) => type.endsWith('refused') || type.startsWith('asset.refile'))).toEqual([]);
    await hub.undo({ kind: 'entry', id: `undo-${undoId}` });
    await hub.settled();
    expect(filed(here)).toEqual(lay);
    expect(here.bugs).toEqual([]);
  });

  it('[R13] that a file followed its rating cannot be undone alone: the rating can', async () => {
    const { hub, hashes, other } = await library(1);
    await hub.rate(hashes, other);
    await hub.settled();
    const [followed] = hub.log.find({ types: ['asset.refiled'], limit: 1 });
    await expect(hub.undo({ kind: 'operations', sequences: [followed!.sequence] })).rejects.toThrow('Undo the rating, and it goes back.');
  });

  it('[R14] undone, a file lies under its old name again, or under a free one when that was taken', async () => {
    const { here, hub, hashes, other } = await library(1);
    const before = hub.library.asset(hashes[0]!)!.path!;
    await hub.rate(hashes, other);
    await hub.settled();
    await step(hub, 'undo');
    expect(hub.library.asset(hashes[0]!)).toMatchObject({ path: before, own_stars: null });
    await step(hub, 'redo');
    drop(before, 'somebody else\'s');
    await step(hub, 'undo');
    const now = hub.library.asset(hashes[0]!)!.path!;
    expect([dirname(now), now === before, contentsOf(dirname(before)).length]).toEqual([dirname(before), false, 3]);
    expect(here.bugs).toEqual([]);
  });

  it('[R14] an undo of a move that somebody asked for is not undone by the rating', async () => {
    const { here, hub, hashes, other } = await library(1);
    const lay = hub.library.asset(hashes[0]!)!.path!;
    const mine = join(here.organized, 'mine', 'a.png');
    mkdirSync(dirname(mine));
    renameSync(lay, mine);
    await hub.lookAgain(hashes[0]!);
    await hub.rate(hashes, other);
    await hub.settled();
    expect(hub.library.asset(hashes[0]!)?.path).toBe(mine);
    await step(hub, 'undo');
    expect(hub.library.asset(hashes[0]!)?.path).toBe(mine);
  });

  it('[R15] back to a moment, ratings, limits and files are as they were, and forth again', async () => {
    const { here, hub, hashes, other } = await library();
    await hub.rate([hashes[0]!], other);
    await hub.settled();
    const moment = hub.log.lastSequence;
    const [then, tree] = [state(hub), filed(here)];
    const bands: RatingBands = [97, 98, 99, 100];
    await hub.rate(hashes, 2);
    await hub.setBands(bands);
    await hub.rate([hashes[0]!], 0);
    drop(join(here.inbox, 'tides', 'late.png'), ratedPng(50, 64));
    await hub.resume();
    await hub.settled();
    const [late, lateTree] = [state(hub), filed(here)];
    const undoId = await hub.undo({ kind: 'moment', after_sequence: moment });
    await hub.settled();
    expect([state(hub), filed(here), hub.bands()]).toEqual([then, tree, defaultBands]);
    await hub.undo({ kind: 'entry', id: `undo-${undoId}` });
    await hub.settled();
    expect([state(hub), filed(here), hub.bands()]).toEqual([late, lateTree, bands]);
    expect(here.bugs).toEqual([]);
  });
});
