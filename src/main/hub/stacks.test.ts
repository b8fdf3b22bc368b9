import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import Database from 'better-sqlite3';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Hub, HubOptions } from '../hub';
import { projectionsFileName } from '../projections/open-projections';
import { mediaInThisProcess } from '../testing/media-double';
import { place, type Place, typesOf } from '../testing/test-hub';
import { drop, ratedPng } from '../testing/tiny-pictures';
import { contentsOf, filesBelow } from '../testing/trees';
import { StackError } from './stacks';

const sample = (...path: string[]) => readFileSync(join(import.meta.dirname, '../../../resources/sample-inbox', ...path));
const moonrise = sample('ringed-world.jpg');

/** The picture, the same smaller and as a poor JPEG, the same brighter; and two others. */
async function withLookalikes(here: Place): Promise<void> {
  drop(join(here.inbox, 'moon', 'a-best.jpg'), moonrise);
  drop(join(here.inbox, 'moon', 'b-small.jpg'), await sharp(moonrise).resize({ width: 600 }).jpeg({ quality: 40 }).toBuffer());
  drop(join(here.inbox, 'moon', 'c-bright.png'), await sharp(moonrise).modulate({ brightness: 1.08 }).png().toBuffer());
  drop(join(here.inbox, 'moon', 'd-other.jpg'), sample('IMG_4127.jpg'));
  drop(join(here.inbox, 'moon', 'e-waves.png'), ratedPng(4, 200));
}

async function openedWithLookalikes(more: Partial<HubOptions> = {}): Promise<{ hub: Hub; here: Place }> {
  const here = place();
  await withLookalikes(here);
  const hub = here.open(more);
  await hub.start({ watch: false });
  await hub.settled();
  return { hub, here };
}

const usual = async (hub: Hub) => (await hub.findStacks('usual')).stacks.map(({ cards }) => cards);
const allCards = async (hub: Hub) => hub.pictures.cards([...(await hub.pictures.find({}, { by: 'filed', descending: true })).ids]);
const hashes = (cards: readonly { readonly content_hash: string }[]) => cards.map(({ content_hash }) => content_hash);

describe('[R32] stacks of a library', () => {
  it('[R32] what was resized, recompressed and brightened is suggested with what it was made of, the best first', async () => {
    const { hub, here } = await openedWithLookalikes();
    const { stacks, total, known, waiting } = await hub.findStacks('usual');
    expect({ total, known, waiting }).toEqual({ total: 1, known: 5, waiting: 0 });
    const [stack] = stacks;
    expect(stack).toMatchObject({ id: hashes(stack!.cards).sort()[0], same_prompt: null, same_seed: null });
    expect(stack!.distance).toBeLessThanOrEqual(6);
    expect((await hub.findStacks('usual', 'moon')).total).toBe(1);
    expect(await hub.findStacks('usual', 'lantern')).toMatchObject({ total: 0, stacks: [], known: 5 });
    const facts = stack!.cards.map(({ brisque }) => brisque!);
    expect(facts).toEqual(facts.toSorted((a, b) => a - b));
    expect(facts).toHaveLength(3);
    await hub.rate([stack!.cards[2]!.content_hash], 4);
    expect(hashes((await usual(hub))[0]!)).toEqual([2, 0, 1].map((at) => stack!.cards[at]!.content_hash));
    expect(here.bugs).toEqual([]);
  });

  it('[R32] a picture whose file is missing or that is filed no more is in no stack', async () => {
    const { hub } = await openedWithLookalikes();
    const [cards] = await usual(hub);
    rmSync(hub.library.asset(cards![0]!.content_hash)!.path!);
    await hub.lookAgain(cards![0]!.content_hash);
    expect((await usual(hub)).map(hashes)).toEqual([hashes(cards!.slice(1))]);
    await hub.undo({ kind: 'asset', content_hash: cards![1]!.content_hash });
    await hub.settled();
    expect(await usual(hub)).toEqual([]);
  });
});

describe('[R36] deciding about a stack', () => {
  it('[R36] keeping the best gives the others one star, as one entry of the history, and touches no file', async () => {
    const { hub, here } = await openedWithLookalikes({ refileOnRating: () => false });
    const [cards] = await usual(hub);
    const [best, ...others] = hashes(cards!);
    const before = contentsOf(here.organized);
    const after = hub.log.lastSequence;
    const { batch_id } = await hub.decideStack({ content_hashes: hashes(cards!), kept_hashes: [best!], decision: 'kept_best' });
    await hub.settled();
    const said = hub.log.after(after, 100);
    expect(typesOf(said)).toEqual(['rating.given', 'rating.given', 'rating.stack_decided']);
    const together = said.map((event) => {
      if (event.event_type === 'rating.given') return event.data.batch_id;
      return event.event_type === 'rating.stack_decided' ? event.data.decision_id : null;
    });
    expect(together).toEqual([batch_id, batch_id, batch_id]);
    expect(others.map((hash) => hub.library.asset(hash)?.own_stars)).toEqual([1, 1]);
    expect(hub.library.asset(best!)?.own_stars).toBeNull();
    expect(contentsOf(here.organized)).toEqual(before);
    expect(await usual(hub)).toEqual([]);
  });

  it('[R34] after both kinds of decision, and a restart, a new lookalike is suggested beside those that were kept', async () => {
    const { hub, here } = await openedWithLookalikes();
    const [cards] = await usual(hub);
    await hub.decideStack({ content_hashes: hashes(cards!), kept_hashes: [cards![0]!.content_hash], decision: 'kept_best' });
    await hub.close('closed');
    drop(join(here.inbox, 'moon', 'f-dark.jpg'), await sharp(moonrise).modulate({ brightness: 0.93 }).jpeg({ quality: 70 }).toBuffer());
    const second = here.open();
    await second.start({ watch: false });
    await second.settled();
    const [again] = await usual(second);
    expect(again).toHaveLength(2);
    expect(hashes(again!)).toContain(cards![0]!.content_hash);
    await second.decideStack({ content_hashes: hashes(again!), kept_hashes: [again![0]!.content_hash], decision: 'kept_all' });
    expect(await usual(second)).toEqual([]);
    expect(hashes(again!).map((hash) => second.library.asset(hash)?.own_stars)).toEqual([null, null]);
  });

  it('[R34] undone it is suggested again, with the ratings as they were; done again it holds, and so after a restart', async () => {
    const { hub, here } = await openedWithLookalikes();
    const [cards] = await usual(hub);
    const [best, one, other] = hashes(cards!);
    await hub.rate([one!], 4);
    await hub.decideStack({ content_hashes: hashes(cards!), kept_hashes: [best!], decision: 'kept_best' });
    await hub.settled();
    const own = () => [best, one, other].map((hash) => hub.library.asset(hash!)?.own_stars);
    const places = () => filesBelow(here.organized).filter((path) => !path.startsWith('.alice'));
    const [kept, then] = [own(), places()];
    expect(kept).toEqual([null, 1, 1]);
    const entry = await hub.latestUndoable('undo');
    expect(entry).toMatchObject({ id: expect.stringMatching(/^stack-/), label: 'The best of 3 lookalikes kept, 2 given one star', operations: 3 });
    // The ratings were told first, and whoever heard of them then may still call it so.
    expect(await hub.historyEntry(entry!.id.replace('stack', 'rated'))).toEqual(entry);
    expect(await hub.previewUndo({ kind: 'entry', id: entry!.id })).toMatchObject({ operations: 3, refused: [] });
    const undo = await hub.undo({ kind: 'entry', id: entry!.id });
    await hub.settled();
    expect(own()).toEqual([null, 4, null]);
    expect(await usual(hub)).toHaveLength(1);
    expect(await hub.historyEntry(entry!.id)).toMatchObject({ operations: 3, undone: 3 });
    await hub.undo({ kind: 'entry', id: `undo-${undo}` });
    await hub.settled();
    expect(own()).toEqual(kept);
    expect(places()).toEqual(then);
    expect(await usual(hub)).toEqual([]);
    await hub.close('closed');
    const again = here.open();
    await again.start({ watch: false, takeIn: false });
    expect(await usual(again)).toEqual([]);
    expect(await again.historyEntry(entry!.id)).toMatchObject({ operations: 3, undone: 0 });
  });

  it('[R34] that all were kept is undone alone, and by going back to a moment', async () => {
    const { hub } = await openedWithLookalikes();
    const [cards] = await usual(hub);
    const before = hub.log.lastSequence;
    const keepAll = () => hub.decideStack({ content_hashes: hashes(cards!), kept_hashes: hashes(cards!), decision: 'kept_all' });
    await keepAll();
    expect(await usual(hub)).toEqual([]);
    const entry = await hub.latestUndoable('undo');
    expect(entry).toMatchObject({ label: 'All of 3 lookalikes kept', scope: 'operation', operations: 1 });
    await hub.undo({ kind: 'entry', id: entry!.id });
    await hub.settled();
    expect(await usual(hub)).toHaveLength(1);
    await expect(hub.undo({ kind: 'entry', id: entry!.id })).rejects.toThrow(/undone already/);
    await keepAll();
    expect(await usual(hub)).toEqual([]);
    await hub.undo({ kind: 'moment', after_sequence: before });
    await hub.settled();
    expect(await usual(hub)).toHaveLength(1);
    const [event] = hub.log.find({ types: ['rating.stack_decided'], limit: 1 });
    expect(await hub.previewUndo({ kind: 'operations', sequences: [event!.sequence] })).toMatchObject({
      label: 'All of 3 lookalikes kept', operations: 0, refused: [{ file_name: 'The decision about a stack', message: 'This was undone already.' }],
    });
  });

  it('[R36] what makes no sense is refused in a sentence, and nothing is said', async () => {
    const { hub } = await openedWithLookalikes();
    const [cards] = await usual(hub);
    const [one, other] = hashes(cards!);
    const after = hub.log.lastSequence;
    const stranger = 'f'.repeat(64);
    for (const content_hashes of [[one!, one!], [one!, stranger]]) {
      await expect(hub.decideStack({ content_hashes, kept_hashes: [one!], decision: 'kept_best' })).rejects.toThrow(StackError);
    }
    await expect(hub.decideStack({ content_hashes: [one!, other!], kept_hashes: [stranger], decision: 'kept_best' })).rejects.toThrow(/None of these/);
    expect(hub.log.lastSequence).toBe(after);
  });
});

describe('[R35] pictures that were filed before Alice compared pictures', () => {
  /** A library in which no picture was looked at, and what its media process was asked for. */
  async function unlooked() {
    const { hub, here } = await openedWithLookalikes();
    await hub.close('closed');
    const database = new Database(join(here.data, projectionsFileName));
    database.exec('DELETE FROM fingerprints');
    database.close();
    const jobs: { kind: string; path: string }[] = [];
    const again = here.open({
      startMedia: () => {
        const media = mediaInThisProcess();
        return {
          ...media,
          post: (request) => {
            jobs.push({ kind: request.job.kind, path: 'path' in request.job ? request.job.path : '' });
            media.post(request);
          },
        };
      },
    });
    return { hub: again, here, jobs };
  }

  async function allLooked(hub: Hub): Promise<void> {
    while ((await hub.findStacks('usual')).waiting > 0) await delay(5);
  }

  it('[R35] are looked at while somebody asks, from their thumbnails, and only once', async () => {
    const { hub, here, jobs } = await unlooked();
    await hub.start({ watch: false });
    await hub.settled();
    await delay(50);
    expect(jobs).toEqual([]);
    expect(await hub.findStacks('usual')).toEqual({ stacks: [], total: 0, known: 0, waiting: 5 });
    // The files are not needed.
    for (const { content_hash } of await allCards(hub)) rmSync(hub.library.asset(content_hash)!.path!);
    await allLooked(hub);
    expect(await usual(hub)).toHaveLength(1);
    expect(jobs.map(({ kind }) => kind)).toEqual(Array.from({ length: 5 }, () => 'fingerprint'));
    await hub.findStacks('loose');
    await delay(20);
    expect(jobs).toHaveLength(5);
    expect(here.bugs).toEqual([]);
  });

  it('[R35] from their files where thumbnails are missing; what cannot be read at all is not waited for', async () => {
    const { hub, here } = await unlooked();
    rmSync(join(here.data, 'thumbnails'), { recursive: true });
    await hub.start({ watch: false, takeIn: false });
    const other = (await allCards(hub)).find(({ file_size }) => file_size === sample('IMG_4127.jpg').length);
    rmSync(hub.library.asset(other!.content_hash)!.path!);
    await allLooked(hub);
    expect(await hub.findStacks('usual')).toMatchObject({ total: 1, known: 4, waiting: 0 });
    expect(here.bugs).toEqual([]);
  });
});
