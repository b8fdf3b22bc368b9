import { assetDiscovered, assetOrganized, assetProcessed } from '@shared/events/asset-events';
import { assetMissing, assetUnfiled } from '@shared/events/care-events';
import type { EventDraft } from '@shared/events/define-event';
import { qualityAssessed } from '@shared/events/quality-events';
import type { LibraryCursor, LibraryFilter, LibrarySort } from '@shared/library/library-filter';
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

function searchOver(drafts: readonly EventDraft[]): AssetSearch {
  const database = openMemoryProjections();
  const events = recordedFrom(drafts, 'story');
  const after = (sequence: number, limit: number) => events.slice(sequence, sequence + limit);
  new LibraryProjection(database, { lastSequence: events.length, after }).catchUp();
  return new AssetSearch(database);
}

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
  const { total, facets } = await search.facets({ tool: ['a1111'] }, ['tool', 'lora', 'stars', 'model', 'month']);
  expect(total).toBe(2);
  expect(facets.tool).toEqual([{ value: 'a1111', count: 2 }, { value: 'comfyui', count: 1 }, { value: 'unknown', count: 1 }]);
  expect(facets.lora).toEqual([{ value: 'ink', count: 1 }]);
  expect(facets.stars).toEqual([{ value: '4', count: 1 }, { value: '3', count: 1 }]);
  expect(facets.model).toEqual([{ value: 'dream', count: 1 }]);
  expect(facets.month).toEqual([{ value: '2026-02', count: 1 }, { value: '2025-12', count: 1 }]);
  const worded = await search.facets({ words: 'boat' }, ['tool']);
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
