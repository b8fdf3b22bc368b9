import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rangeOf } from './served-range';

it.each([
  ['bytes=0-99', { first: 0, last: 99 }],
  ['bytes=100-', { first: 100, last: 999 }],
  ['bytes=990-2000', { first: 990, last: 999 }],
  ['bytes=-10', { first: 990, last: 999 }],
  ['bytes=-5000', { first: 0, last: 999 }],
  ['bytes=1000-', 'outside'],
  ['bytes=-0', 'outside'],
  [null, null],
  ['', null],
  ['bytes=-', null],
  ['bytes=5-2', null],
  ['bytes=0-1,4-5', null],
  ['lines=0-1', null],
  ['bytes=0x1-2', null],
  ['bytes=1e3-', null],
])('[V100] of a thousand bytes %s is %o', (header, expected) => {
  expect(rangeOf(header, 1_000)).toEqual(expected);
});

it('[V100] whatever is asked for, no byte outside of the file is meant', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.tuple(fc.nat(), fc.nat()).map(([a, b]) => `bytes=${a}-${b}`)), fc.nat(5_000), (header, size) => {
    const range = rangeOf(header, size);
    if (range === null || range === 'outside') return;
    expect(range.first).toBeGreaterThanOrEqual(0);
    expect(range.last).toBeLessThan(size);
    expect(range.first).toBeLessThanOrEqual(range.last);
  }));
});
