import type { ScoreSpan } from '@shared/library/quality-overview';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lengthOf, namedSpans, placesOf, scoresDrawn, spanInWords, spanShort } from './time-points';

const span = (from: string, to: string, p25 = 20, p75 = 40): ScoreSpan => ({ from, to, count: 1, p25, p50: (p25 + p75) / 2, p75 });

it('[R49] spans of time are called by what they are', () => {
  const named = ([from, to]: readonly [string, string]) =>
    [lengthOf({ from, to }), spanInWords({ from, to }), spanShort({ from, to }, false)];
  expect(named(['2026-06-14', '2026-06-14'])).toEqual(['day', '14 Jun 2026', '14 Jun']);
  expect(named(['2026-06-08', '2026-06-14'])).toEqual(['week', 'Week of 8 Jun 2026', '8 Jun']);
  expect(spanShort({ from: '2026-06-08', to: '2026-06-14' }, true)).toBe('8 Jun 2026');
  expect(named(['2026-02-01', '2026-02-28'])).toEqual(['month', 'Feb 2026', 'Feb 2026']);
  expect(named(['2024-01-01', '2024-12-31'])).toEqual(['year', '2024', '2024']);
  expect(named(['2020-01-01', '2029-12-31'])).toEqual(['years', '2020 to 2029', '2020 to 2029']);
});

it('[R49] they stand where their time is, a single one in the middle', () => {
  expect(placesOf([span('2026-06-01', '2026-06-01'), span('2026-06-02', '2026-06-02'), span('2026-06-05', '2026-06-05')])).toEqual([0, 0.25, 1]);
  expect(placesOf([span('2026-06-01', '2026-06-07')])).toEqual([0.5]);
});

it('[R49] all that is drawn lies between the scores that are drawn', () => {
  const score = fc.double({ min: 0, max: 100, noNaN: true });
  const quartiles = fc.tuple(score, score).map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const);
  fc.assert(
    fc.property(fc.array(quartiles, { minLength: 1, maxLength: 60 }), (all) => {
      const [least, most] = scoresDrawn(all.map(([p25, p75]) => span('2026-01-01', '2026-01-01', p25, p75)));
      expect(least >= 0 && most <= 100 && most - least >= 20).toBe(true);
      expect(all.every(([p25, p75]) => p25 >= least && p75 <= most)).toBe(true);
    }),
  );
});

it('[R49] names below do not touch', () => {
  expect(namedSpans([0, 0.1, 0.2, 0.55, 0.6, 1], 1_000, 200)).toEqual([0, 2, 3, 5]);
  expect(namedSpans([0.5], 300, 90)).toEqual([0]);
});
