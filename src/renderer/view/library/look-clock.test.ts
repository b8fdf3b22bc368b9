import { expect, it } from 'vitest';
import { clockOf, scrubStep } from './look-clock';

it('[V102] the time of a video is told to the tenth while it is short, and an arrow goes a part of it', () => {
  expect([0, 1.55, 59.99, 65.4, 3_725].map(clockOf)).toEqual(['0:00.0', '0:01.5', '0:59.9', '1:05', '62:05']);
  expect([1, 20, 600, Number.NaN, Number.POSITIVE_INFINITY].map(scrubStep)).toEqual([0.1, 1, 5, 1, 1]);
});
