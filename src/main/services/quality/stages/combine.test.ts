import { expect, it } from 'vitest';
import { combine, pipelineMode } from './combine';

const stage = (score: number | null, weight = 1, cost: string | null = null) => ({ name: 'x', score, weight, cost });

it.each([
  [20, [], 0.8],
  [20, [stage(0.4)], 0.6],
  [20, [stage(0.4, 3)], 0.5],
  [20, [stage(0.4, 0)], 0.8],
  [20, [stage(null, 10)], 0.8],
  [140, [stage(1), stage(0.5)], 0.5],
] as const)('[R20] BRISQUE %d and %j are %d together', (brisque, counted, combined) => {
  expect(combine(brisque, counted)).toBe(combined);
});

it('[R20] the mode says whether anything beside BRISQUE ran, and whether it cost', () => {
  expect(pipelineMode([])).toBe('basic');
  expect(pipelineMode([stage(1), stage(null)])).toBe('standard');
  expect(pipelineMode([stage(1), stage(null, 1, 'a cent')])).toBe('premium');
});
