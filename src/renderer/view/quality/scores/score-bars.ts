import { fixed } from '@shared/language/formats';
import { type RatingBands, type Stars, starsFor } from '@shared/library/rating';

/** A stretch of scores that earns the same stars. */
export interface BandPart {
  readonly from: number;
  readonly to: number;
  readonly stars: Stars;
  /** Whether it earned others by the limits before. */
  readonly changed: boolean;
}

const best = 0;
const worst = 100;

/** Cuts a stretch of scores where limits, or those before, lie in it. */
export function bandParts(from: number, to: number, bands: RatingBands, before: RatingBands = bands): readonly BandPart[] {
  const inside = [...bands, ...before].filter((limit) => limit > from && limit < to);
  const edges = [...new Set([from, ...inside, to])].sort((a, b) => a - b);
  return edges.slice(1).map((end, at) => {
    const begin = edges[at] ?? from;
    const stars = starsFor(begin, bands);
    return { from: begin, to: end, stars, changed: stars !== starsFor(begin, before) };
  });
}

/** The bands of the whole scale that are not empty, the best first. */
export const bandsOfScale = (bands: RatingBands): readonly BandPart[] => bandParts(best, worst, bands);

/** What a filter of the library asks, so that it finds exactly the scores of a stretch; what is worst of all lies in the last one. */
export function scoresBetween(from: number, to: number): { score_from: number; score_to?: number } {
  return to >= worst ? { score_from: from } : { score_from: from, score_to: to };
}

/** Round numbers up to a little more than the highest, four steps at most. */
export function gridLines(highest: number): readonly number[] {
  const least = Math.max(1, highest) / 4;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = Math.max(1, [1, 2, 5, 10].map((times) => times * power).find((each) => each >= least) ?? least);
  return Array.from({ length: Math.ceil(Math.max(1, highest) / step) }, (_, at) => (at + 1) * step);
}

/** `24.7`: a score as people read it. */
export const scoreInWords = (score: number): string => fixed(score, 1);
