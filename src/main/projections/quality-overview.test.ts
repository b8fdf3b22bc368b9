import { assetDiscovered, assetOrganized, assetProcessed } from '@shared/events/asset-events';
import { assetUnfiled } from '@shared/events/care-events';
import type { EventDraft } from '@shared/events/define-event';
import { qualityAssessed, qualityNotRated } from '@shared/events/quality-events';
import { ratingCleared, ratingGiven } from '@shared/events/rating-events';
import type { LibraryFilter } from '@shared/library/library-filter';
import { measuredIssues, type QualityOverview, type Quartiles, whyNotRated } from '@shared/library/quality-overview';
import { starsFor } from '@shared/library/rating';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recordedFrom } from '../testing/sample-events';
import { hashOf } from '../testing/trees';
import { AssetSearch } from './asset-search';
import { LibraryProjection } from './library-projection';
import { openMemoryProjections } from './open-projections';
import { cutOf, mostSpans } from './quality-overview-spans';

interface Picture {
  readonly tool: string;
  readonly model: string | null;
  readonly project: string;
  readonly day: string;
  readonly score: number | null;
  readonly reason: string;
  readonly issues: readonly string[];
  readonly own: number | null;
  readonly prompt: string;
}

const videos = 'Videos are not rated.';
const tooSmall = 'The picture is too small; under 64 pixels a side a rating means nothing.';
const small = 'The picture is 24 × 16; under 64 pixels a side a rating means nothing.';
const somePicture: fc.Arbitrary<Picture> = fc.record({
  tool: fc.constantFrom('a1111', 'comfyui', ...Array.from({ length: 20 }, (_, i) => `tool${i}`)),
  model: fc.constantFrom(null, 'flux', 'sdxl'),
  project: fc.constantFrom('p', 'q'),
  day: fc.constantFrom('2026-01-02', '2026-01-05', '2026-03-01', '2025-12-31', '2019-06-07'),
  score: fc.oneof(fc.constant(null), fc.constantFrom(0, 2, 24.999, 25, 99.99, 100), fc.double({ min: 0, max: 100, noNaN: true })),
  reason: fc.constantFrom(videos, small, small.replace('24', '1,024')),
  issues: fc.uniqueArray(fc.constantFrom(...measuredIssues), { maxLength: 3 }),
  own: fc.option(fc.integer({ min: 1, max: 5 })),
  prompt: fc.constantFrom('red boat', 'blue boat', ''),
});

function story({ tool, model, project, day, score, reason, issues, own, prompt }: Picture, index: number): EventDraft[] {
  const content_hash = hashOf(`picture ${index}`);
  const file_path = `/in/${index}.png`;
  const rated =
    score === null
      ? qualityNotRated({ content_hash, file_path, reason: 'video', message: reason })
      : qualityAssessed({
          content_hash, file_path, star_rating: starsFor(score), combined_score: 0.5, brisque_score: score, quality_issues: [...issues],
        });
  return [
    assetDiscovered({ file_path, content_hash, file_size: 1, media_type: 'image', project_name: project }),
    assetProcessed({ content_hash, file_path, metadata: { width: 64, height: 64 }, generation_params: { tool, model, prompt } }),
    rated,
    assetOrganized({
      content_hash, source_path: file_path, destination_path: `/out/${index}.png`, project_name: project, source_type: tool, date_folder: day,
    }),
    ...(own === null ? [] : [ratingGiven({ content_hash, stars: own })]),
  ];
}

function libraryOf(pictures: readonly Picture[]) {
  const database = openMemoryProjections();
  const events = recordedFrom(pictures.flatMap(story), 'story');
  const after = (sequence: number, limit: number) => events.slice(sequence, sequence + limit);
  const projection = new LibraryProjection(database, { get lastSequence() { return events.length; }, after });
  projection.catchUp();
  const tell = (...more: EventDraft[]) => {
    events.push(...recordedFrom(more, 'story', events.length + 1));
    projection.catchUp();
  };
  return { search: new AssetSearch(database), tell };
}

// The same once more, as plainly as it can be said.

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

function plainQuantile(scores: readonly number[], part: number): number {
  const sorted = scores.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return low + (high - low) * (at - Math.floor(at));
}

const plainQuartiles = (scores: readonly number[]): Quartiles => ({
  p25: plainQuantile(scores, 0.25), p50: plainQuantile(scores, 0.5), p75: plainQuantile(scores, 0.75),
});
const plainBins = (scores: readonly number[], width: number) =>
  Array.from({ length: 100 / width }, (_, at) => scores.filter((one) => Math.min(100 / width - 1, Math.floor(one / width)) === at).length);

function countBy<T>(all: readonly T[], keyOf: (one: T) => string | null): [string, T[]][] {
  const keys = [...new Set(all.map(keyOf))].filter((key) => key !== null);
  const groups = keys.map((key): [string, T[]] => [key, all.filter((one) => keyOf(one) === key)]);
  return groups.sort(([a, inA], [b, inB]) => inB.length - inA.length || (a < b ? -1 : 1));
}

function plainOverview(pictures: readonly Picture[]): Omit<QualityOverview, 'sequence' | 'filter' | 'over_time'> {
  const rated = pictures.flatMap((one) => (one.score === null ? [] : [{ ...one, score: one.score }]));
  const scores = rated.map(({ score }) => score);
  const starsOf = ({ own, score }: Picture) => own ?? (score === null ? null : starsFor(score));
  const divisions = (keyOf: (one: Picture) => string | null) =>
    countBy(rated, keyOf).slice(0, 12).map(([value, group]) => {
      const own = group.map(({ score }) => score);
      return { value, count: group.length, bins: plainBins(own, 5), ...plainQuartiles(own) };
    });
  return {
    total: pictures.length,
    rated: rated.length,
    own: pictures.filter(({ own }) => own !== null).length,
    not_rated: countBy(pictures.filter(({ score }) => score === null), ({ reason }) => (reason === videos ? reason : tooSmall)).map(
      ([reason, group]) => ({ reason, count: group.length }),
    ),
    bins: plainBins(scores, 2),
    spread: rated.length === 0 ? null : { ...plainQuartiles(scores), p5: plainQuantile(scores, 0.05), p95: plainQuantile(scores, 0.95) },
    stars: [1, 2, 3, 4, 5].map((stars) => pictures.filter((one) => starsOf(one) === stars).length) as unknown as QualityOverview['stars'],
    by_tool: divisions(({ tool }) => tool),
    by_model: divisions(({ model }) => model),
    by_project: divisions(({ project }) => project),
    issues: countBy(rated.flatMap(({ issues }) => issues), (issue) => issue).map(([issue, group]) => ({ issue, count: group.length })),
  };
}

const someFilter = fc
  .record({
    words: fc.constantFrom(undefined, 'boat', 'red'),
    tool: fc.constantFrom(undefined, ['a1111']),
    issue: fc.constantFrom(undefined, ['blur', 'noise']),
    score_from: fc.constantFrom(undefined, 20),
    rated_by: fc.constantFrom(undefined, ['own'], ['measured']),
  })
  .map((filter) => Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as LibraryFilter);

function wantedBy({ words, tool, issue, score_from, rated_by }: LibraryFilter) {
  return ({ prompt, score, own, ...one }: Picture) =>
    (words === undefined || prompt.includes(words)) &&
    (tool === undefined || tool.includes(one.tool)) &&
    (issue === undefined || (score !== null && one.issues.some((each) => issue.includes(each)))) &&
    (score_from === undefined || (score !== null && score >= score_from)) &&
    (rated_by === undefined || rated_by.includes(own !== null ? 'own' : score === null ? 'none' : 'measured'));
}

it('[R45] the overview of a library, or of what a filter wants of it, says what counting by hand says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(somePicture, { maxLength: 40 }), someFilter, async (pictures, filter) => {
      const { over_time, sequence: _, filter: told, ...overview } = await libraryOf(pictures).search.overview(filter);
      const wanted = pictures.filter(wantedBy(filter));
      expect(told).toEqual(filter);
      expect(overview).toEqual(plainOverview(wanted));
      expect(sum(over_time.map(({ count }) => count))).toBe(overview.rated);
      for (const { from, to, count, ...quartiles } of over_time) {
        const scores = wanted.flatMap(({ day, score }) => (score !== null && day >= from && day <= to ? [score] : []));
        expect([count, quartiles]).toEqual([scores.length, plainQuartiles(scores)]);
      }
    }),
    { numRuns: 120, seed: 45 },
  );
});

it('[R45] the overview follows what is rated, rated otherwise, unfiled and given by a person', async () => {
  const one: Picture = { tool: 'a1111', model: null, project: 'p', day: '2026-01-02', score: 30, reason: '', issues: ['blur'], own: null, prompt: '' };
  const { search, tell } = libraryOf([one, { ...one, score: 70, issues: [] }]);
  const content_hash = hashOf('picture 0');
  expect(await search.overview({})).toMatchObject({ stars: [0, 1, 0, 1, 0], own: 0, issues: [{ issue: 'blur', count: 1 }] });
  tell(ratingGiven({ content_hash, stars: 1 }));
  expect(await search.overview({})).toMatchObject({ stars: [1, 1, 0, 0, 0], own: 1, rated: 2 });
  expect((await search.overview({ rated_by: ['own'] })).total).toBe(1);
  tell(ratingCleared({ content_hash, previous_stars: 1 }));
  expect(await search.overview({})).toMatchObject({ stars: [0, 1, 0, 1, 0], own: 0 });
  tell(qualityAssessed({ content_hash, file_path: '/in/0.png', star_rating: 5, combined_score: 0.9, brisque_score: 30, quality_issues: ['noise', 'clipping'] }));
  expect((await search.overview({})).issues).toEqual([{ issue: 'clipping', count: 1 }, { issue: 'noise', count: 1 }]);
  expect((await search.facets({ issue: ['noise'] })).facets.issue).toEqual([{ value: 'clipping', count: 1 }, { value: 'noise', count: 1 }]);
  tell(assetUnfiled({ content_hash, organized_path: '/out/0.png', file_path: '/in/0.png', operation: 'copy', undo_id: 'u', undone_event_id: 'e' }));
  expect(await search.overview({})).toMatchObject({ total: 1, rated: 1, issues: [] });
});

it('[R46] a picture is found by what was measured, by who rated it, and by why nothing was measured', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(somePicture, { maxLength: 25 }), someFilter, async (pictures, filter) => {
      const { search } = libraryOf(pictures);
      const { ids } = await search.find(filter, { by: 'filed', descending: false });
      const names = search.cards([...ids]).map(({ file_name }) => file_name).sort();
      expect(names).toEqual(pictures.flatMap((one, index) => (wantedBy(filter)(one) ? [`${index}.png`] : [])).sort());
      expect(search.count(filter)).toBe(ids.length);
      for (const { reason, count } of (await search.overview({})).not_rated) expect(search.count({ not_rated: [reason] })).toBe(count);
      for (const { issue, count } of (await search.overview({})).issues) expect(search.count({ issue: [issue] })).toBe(count);
    }),
    { numRuns: 80, seed: 46 },
  );
});

it('[R46] why nothing was measured is said the same way for all pictures of a kind', () => {
  expect(whyNotRated({ brisque: null, not_rated: small })).toBe(tooSmall);
  expect(whyNotRated({ brisque: null, not_rated: null })).toBe('Not measured yet.');
  expect(whyNotRated({ brisque: 3, not_rated: null })).toBeNull();
});

it('[R47] however long a library was made for, time is cut into sixty spans at most, one after the other, each day in its own', () => {
  const day = fc.integer({ min: -700_000, max: 2_900_000 });
  const span = fc.oneof(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 3_000_000 }));
  fc.assert(
    fc.property(day, span, (first, length) => {
      const last = Math.min(2_900_000, first + length);
      const cut = cutOf(first, last);
      let spans = 0;
      for (let at = first; at <= last; at = cut(at).last + 1) {
        const found = cut(at);
        expect(found.first <= at && at <= found.last).toBe(true);
        expect(cut(found.last)).toEqual(found);
        expect(cut(found.last + 1).first).toBe(found.last + 1);
        spans += 1;
      }
      expect(spans).toBeLessThanOrEqual(mostSpans);
    }),
    { numRuns: 500, seed: 47 },
  );
});

it('[R47] weeks begin on Mondays, months and years on their first day', () => {
  const of = (from: string, to: string, day: string) => {
    const numbered = (text: string) => Date.parse(text) / 86_400_000;
    const { first, last } = cutOf(numbered(from), numbered(to))(numbered(day));
    return [first, last].map((each) => new Date(each * 86_400_000).toISOString().slice(0, 10));
  };
  expect(of('2026-01-01', '2026-02-20', '2026-02-03')).toEqual(['2026-02-03', '2026-02-03']);
  expect(of('2026-01-01', '2026-08-20', '2026-07-30')).toEqual(['2026-07-27', '2026-08-02']);
  expect(of('2023-01-01', '2026-08-20', '2024-02-29')).toEqual(['2024-02-01', '2024-02-29']);
  expect(of('1999-01-01', '2026-08-20', '2024-02-29')).toEqual(['2024-01-01', '2024-12-31']);
});
