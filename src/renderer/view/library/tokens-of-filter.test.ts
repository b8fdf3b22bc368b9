import { expect, it } from 'vitest';
import { tokensOf } from './tokens-of-filter';

const inWords = (filter: Parameters<typeof tokensOf>[0]) => tokensOf(filter).map(({ name, value }) => `${name}: ${value}`);

it('[V92] everything that is chosen is said in words, with what takes it off', () => {
  expect(inWords({})).toEqual([]);
  expect(inWords({ tool: ['a1111', 'comfyui'], stars: ['0', '5'], month: ['2026-06'], origin: ['ai'] })).toEqual([
    'Tool: A1111', 'Tool: ComfyUI', 'Stars: not rated', 'Stars: five stars', 'Made in: June 2026', 'Comes from: AI',
  ]);
  expect(inWords({ model: ['a', 'b', 'c', 'd'] })).toEqual(['Model: a and 3 others']);
  expect(inWords({ made_from: '2026-01-02', made_to: '2026-02-03', longer_side_from: 0, longer_side_to: 1_023, score_to: 20, seed: '7' })).toEqual([
    'Seed: 7', 'Made: 2026-01-02 – 2026-02-03', 'Longer side: until 1023 px', 'Score: until 20',
  ]);
  expect(tokensOf({ tool: ['a1111', 'comfyui'] })[0]?.without).toEqual({ tool: ['comfyui'] });
  expect(tokensOf({ made_from: '2026-01-02' })[0]).toEqual({ key: 'made', name: 'Made', value: 'from 2026-01-02', without: { made_from: undefined, made_to: undefined } });
});

it('[R46] measured issues, who rated and why nothing was measured are said as people say them', () => {
  expect(inWords({ issue: ['blockiness'], rated_by: ['own'], not_rated: ['Videos are not rated.'] })).toEqual([
    'Rated by: You', 'Not measured: Videos are not rated.', 'Measured issue: JPEG blocks',
  ]);
  expect(inWords({ score_from: 0 })).toEqual(['Score: any']);
  expect(inWords({ score_from: 0, score_to: 2 })).toEqual(['Score: 0 – 2']);
});
