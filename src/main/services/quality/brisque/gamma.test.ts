import { expect, it } from 'vitest';
import { gamma } from './gamma';

it.each([
  [0.1, 9.513507698668732],
  [0.5, Math.sqrt(Math.PI)],
  [1, 1],
  [1.5, Math.sqrt(Math.PI) / 2],
  [5, 24],
  [15, 87_178_291_200],
])('[Q] gamma(%f) is exact to twelve digits', (x, expected) => {
  expect(Math.abs(gamma(x) / expected - 1)).toBeLessThan(1e-12);
});
