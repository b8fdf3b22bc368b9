import { assetDiscovered, assetOrganized, assetProcessed } from '@shared/events/asset-events';
import { assetMissing, assetUnfiled } from '@shared/events/care-events';
import type { EventDraft } from '@shared/events/define-event';
import { qualityAssessed } from '@shared/events/quality-events';
import { facetNames, type LibraryCursor, type LibraryFilter, type LibrarySort, librarySorts, sizeClasses } from '@shared/library/library-filter';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recordedFrom } from '../testing/sample-events';
import { hashOf } from '../testing/trees';
import { AssetSearch, type Page } from './asset-search';
import { LibraryProjection } from './library-projection';
import { openMemoryProjections } from './open-projections';

interface Picture {
  readonly name: string;
  readonly tool: string;
  readonly prompt: string;
  readonly model?: string;
  readonly loras?: readonly string[];
  readonly stars?: number;
  readonly project?: string;
  readonly day?: string;
  readonly seed?: string;
  readonly width?: number;
}

function story({ name, tool, prompt, model, loras = [], stars, project = 'p', day = '2026-01-02', seed, width = 64 }: Picture): EventDraft[] {
  const content_hash = hashOf(name);
  const file_path = `/in/${name}`;
  const named = loras.map((lora) => ({ name: lora, weight: 1 }));
  const generation_params = { tool, prompt, model: model ?? null, seed: seed ?? null, loras: named };
  const where = { destination_path: `/out/${name}`, date_folder: day };
  const score = { star_rating: stars ?? 1, combined_score: 0.5, brisque_score: 100 - 20 * (stars ?? 1) };
  const rated = stars === undefined ? [] : [qualityAssessed({ content_hash, file_path, ...score })];
  return [
    assetDiscovered({ file_path, content_hash, file_size: name.length, media_type: 'image', project_name: project }),
    assetProcessed({ content_hash, file_path, metadata: { width, height: 32 }, generation_params }),
    ...rated,
    assetOrganized({ content_hash, source_path: file_path, project_name: project, source_type: tool, ...where }),
  ];
}

/** A search, and the way to tell it more. */
function growing(drafts: readonly EventDraft[]) {
  const database = openMemoryProjections();
  const events = recordedFrom(drafts, 'story');
  const after = (sequence: number, limit: number) => events.slice(sequence, sequence + limit);
  const projection = new LibraryProjection(database, { get lastSequence() { return events.length; }, after });
  projection.catchUp();
  const tell = (more: readonly EventDraft[]) => {
    events.push(...recordedFrom(more, 'story', events.length + 1));
    projection.catchUp();
  };
  return { search: new AssetSearch(database), tell };
}

const searchOver = (drafts: readonly EventDraft[]) => growing(drafts).search;

const newest: LibrarySort = { by: 'filed', descending: true };
const namesIn = ({ assets }: Page) => assets.map(({ file_name }) => file_name);
const names = (search: AssetSearch, filter: LibraryFilter) => namesIn(search.page(filter, newest, null, 100));

const pictures: Picture[] = [
  {
    name: 'boat.png', tool: 'comfyui', prompt: 'A boat at night, café lights', model: 'flux1-dev', loras: ['harbour', 'ink'], stars: 5,
    seed: '18446744073709551615',
  },
  {
    name: 'cat.png', tool: 'a1111', prompt: 'a cat on a boat', model: 'dream', loras: ['ink'], stars: 3, project: 'q', day: '2026-02-03',
    width: 2000,
  },
  { name: 'dog.png', tool: 'a1111', prompt: 'a dog "AND" a cat NEAR(x', stars: 4, day: '2025-12-31' },
  { name: 'plain.png', tool: 'unknown', prompt: '' },
];

it('[L60] pictures are found by the beginnings of words, whatever the words mean to the search language', () => {
  const search = searchOver(pictures.flatMap(story));
  expect(names(search, { words: 'BOAT' })).toEqual(['cat.png', 'boat.png']);
  expect(names(search, { words: 'cafe nigh' })).toEqual(['boat.png']);
  expect(names(search, { words: '"AND" near(' })).toEqual(['dog.png']);
  expect(names(search, { words: 'ink' })).toEqual(['cat.png', 'boat.png']);
  expect(names(search, { words: '18446744073709551615' })).toEqual(['boat.png']);
  expect(names(search, { words: 'zebra' })).toEqual([]);
});

it('[L60] facets, ranges and words hold together; values of one facet are alternatives', () => {
  const search = searchOver(pictures.flatMap(story));
  expect(names(search, { tool: ['a1111'], stars: ['3', '5'] })).toEqual(['cat.png']);
  expect(names(search, { stars: ['0'] })).toEqual(['plain.png']);
  expect(names(search, { lora: ['ink'], project: ['p'] })).toEqual(['boat.png']);
  expect(names(search, { made_from: '2026-01-01', made_to: '2026-01-31' })).toEqual(['plain.png', 'boat.png']);
  expect(names(search, { longer_side_from: 1_000 })).toEqual(['cat.png']);
  expect(names(search, { seed: '18446744073709551615' })).toEqual(['boat.png']);
  expect(names(search, { score_from: 10, score_to: 40 })).toEqual(['dog.png']);
});

it('[L60] each facet is counted as if nothing of itself were chosen', async () => {
  const search = searchOver(pictures.flatMap(story));
  const { total, facets } = await search.facets({ tool: ['a1111'] });
  expect(total).toBe(2);
  expect(facets.tool).toEqual([{ value: 'a1111', count: 2 }, { value: 'comfyui', count: 1 }, { value: 'unknown', count: 1 }]);
  expect(facets.lora).toEqual([{ value: 'ink', count: 1 }]);
  expect(facets.stars).toEqual([{ value: '4', count: 1 }, { value: '3', count: 1 }]);
  expect(facets.model).toEqual([{ value: 'dream', count: 1 }]);
  expect(facets.month).toEqual([{ value: '2026-02', count: 1 }, { value: '2025-12', count: 1 }]);
  const worded = await search.facets({ words: 'boat' });
  expect(worded.facets.tool).toEqual([{ value: 'a1111', count: 1 }, { value: 'comfyui', count: 1 }]);
});

it('[L60] what is no longer filed is not found; what is missing says so', () => {
  const content_hash = hashOf('boat.png');
  const places = { organized_path: '/out/boat.png', file_path: '/in/boat.png' };
  const undone = assetUnfiled({ content_hash, ...places, operation: 'copy', undo_id: 'u', undone_event_id: 'e' });
  const gone = assetMissing({ content_hash: hashOf('cat.png'), file_path: '/out/cat.png', reason: 'gone' });
  const search = searchOver([...pictures.flatMap(story), undone, gone]);
  expect(names(search, { words: 'boat' })).toEqual(['cat.png']);
  expect(names(search, { state: ['missing'] })).toEqual(['cat.png']);
  expect(search.count({})).toBe(3);
});

it('[L60] pages go on behind a cursor: every picture once, in order, those without a value last', () => {
  const stars = fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined });
  const many = fc.array(fc.record({ stars, size: fc.nat(9) }), { maxLength: 30 });
  const sorts = fc.record({ by: fc.constantFrom('filed', 'stars', 'score', 'name', 'aesthetic', 'made'), descending: fc.boolean() });
  fc.assert(
    fc.property(many, sorts as fc.Arbitrary<LibrarySort>, fc.integer({ min: 1, max: 7 }), (all, sort, size) => {
      const made = all.map(({ size: digit, ...rest }, i) => ({ ...(rest.stars !== undefined && { stars: rest.stars }), name: `${digit}-${i}.png` }));
      const search = searchOver(made.flatMap((one) => story({ ...one, tool: 't', prompt: 'x' })));
      const whole = namesIn(search.page({}, sort, null, 1_000));
      const paged: string[] = [];
      for (let after: LibraryCursor | null = null; ; ) {
        const { assets, next } = search.page({}, sort, after, size);
        paged.push(...assets.map(({ file_name }) => file_name));
        if (next === null) break;
        after = next;
      }
      expect(paged).toEqual(whole);
      expect(new Set(paged).size).toBe(all.length);
    }),
    { numRuns: 60, seed: 3 },
  );
});

const hues = ['red', 'green', 'blue'];
const somePicture = fc.record({
  tool: fc.constantFrom('a1111', 'comfyui'),
  prompt: fc.array(fc.constantFrom(...hues), { maxLength: 3 }).map((words) => words.join(' ')),
  model: fc.constantFrom('m', 'n'),
  loras: fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { maxLength: 2 }),
  stars: fc.constantFrom(1, 3, 5),
  project: fc.constantFrom('p', 'q'),
  day: fc.constantFrom('2026-01-02', '2026-01-03', '2026-02-01'),
  width: fc.constantFrom(64, 1_024, 2_000, 5_000),
  seed: fc.constantFrom('1', '2'),
});
const someOf = (...values: string[]) => fc.option(fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 }), { nil: undefined });
const maybe = <T>(...values: T[]) => fc.constantFrom<T | undefined>(undefined, ...values);
const someFilter = fc
  .record({
    words: maybe('red', 're gr', 'violet'), tool: someOf('a1111', 'comfyui', 'unheard'), model: someOf('m', 'n'), lora: someOf('x', 'y'),
    stars: someOf('1', '5'), project: someOf('p'), month: someOf('2026-01'), made_from: maybe('2026-01-03'), made_to: maybe('2026-01-31'),
    longer_side_from: maybe(1_024), longer_side_to: maybe(2_000), score_from: maybe(10), score_to: maybe(50), seed: maybe('1'),
  })
  .map((filter) => Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as LibraryFilter);
const someSort = fc.record({ by: fc.constantFrom(...librarySorts), descending: fc.boolean() });
const manyPictures = fc.array(somePicture, { maxLength: 25 }).map((all) => all.map((one, i) => ({ ...one, name: `${i % 7}-${i}.png` })));

it('[L61] the whole answer holds the pictures of all its pages, in the same order, with their shapes and groups', async () => {
  await fc.assert(
    fc.asyncProperty(manyPictures, someFilter, someSort, async (all, filter, sort) => {
      const search = searchOver(all.flatMap(story));
      const { ids, ratios, groups, total, facets } = await search.find(filter, sort);
      const cards = new Map(search.cards([...ids]).map((card) => [card.id, card]));
      expect([...ids].map((id) => cards.get(id)!.file_name)).toEqual(namesIn(search.page(filter, sort, null, 1_000)));
      expect([...ratios]).toEqual([...ids].map((id) => Math.round((cards.get(id)!.width! / 32) * 100)));
      expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(ids.length);
      expect([total, facets.total]).toEqual([all.length, search.count(filter)]);
    }),
    { numRuns: 150, seed: 11 },
  );
});

it('[L62] every count beside a choice is how many there would be with this choice alone', async () => {
  await fc.assert(
    fc.asyncProperty(manyPictures, someFilter, async (all, filter) => {
      const search = searchOver(all.flatMap(story));
      const { facets, sizes } = await search.facets(filter);
      for (const name of facetNames) {
        const counted = facets[name].map(({ value }) => ({ value, count: search.count({ ...filter, [name]: [value] }) }));
        expect(facets[name]).toEqual(counted);
        const { [name]: _, ...others } = filter;
        const known = new Set(facets[name].map(({ value }) => value));
        for (const { value } of (await search.facets({})).facets[name]) {
          if (!known.has(value)) expect(search.count({ ...others, [name]: [value] })).toBe(0);
        }
      }
      sizes.forEach((count, at) => {
        const { longer_side_to: _, ...others } = filter;
        const to = sizeClasses[at + 1];
        const below = to === undefined ? {} : { longer_side_to: to - 1 };
        expect(count).toBe(search.count({ ...others, longer_side_from: sizeClasses[at]!, ...below }));
      });
    }),
    { numRuns: 60, seed: 12 },
  );
});

it('[L63] an answer follows what is filed, rated, unfiled and filed again, and no picture gets the number of another', async () => {
  const { search, tell } = growing(pictures.slice(0, 2).flatMap(story));
  const ask = async () => search.find({}, newest);
  const first = await ask();
  expect(first.ids).toHaveLength(2);
  const content_hash = hashOf('cat.png');
  const places = { organized_path: '/out/cat.png', file_path: '/in/cat.png' };
  tell([assetUnfiled({ content_hash, ...places, operation: 'copy', undo_id: 'u', undone_event_id: 'e' })]);
  const fewer = await ask();
  expect([...fewer.ids]).toEqual([first.ids[1]]);
  expect([fewer.total, search.idOf(content_hash)]).toEqual([1, null]);
  tell(pictures.slice(2).flatMap(story));
  tell(story(pictures[1]!));
  const all = await ask();
  expect(all.ids).toHaveLength(4);
  expect([...all.ids]).not.toContain(first.ids[0]);
  expect(all.facets.facets.lora).toEqual([{ value: 'ink', count: 2 }, { value: 'harbour', count: 1 }]);
  tell([qualityAssessed({ content_hash, file_path: '/in/cat.png', star_rating: 1, combined_score: 0.1, brisque_score: 99 })]);
  expect((await search.facets({ stars: ['1'] })).total).toBe(1);
});

it('[L64] questions that are asked at once are answered one after the other, each whole', async () => {
  const { search, tell } = growing(pictures.flatMap(story));
  const asked = [search.find({}, newest), search.find({ words: 'boat' }, newest), search.find({ tool: ['a1111'] }, { by: 'name', descending: false })];
  tell(story({ name: 'late.png', tool: 'a1111', prompt: 'a late boat' }));
  expect((await Promise.all(asked)).map(({ ids }) => ids.length)).toEqual([5, 3, 3]);
});
