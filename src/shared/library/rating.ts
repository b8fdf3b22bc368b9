import { z } from 'zod';

/**
 * The four limits between the five stars, as BRISQUE scores (0 clean … 100 poor), ascending.
 * A score below `limits[0]` earns five stars, below `limits[1]` four, and so on; else one.
 */
export const ratingBands = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .refine((limits) => limits.every((limit, i) => i === 0 || limit > (limits[i - 1] ?? 0)), 'must ascend');

export type RatingBands = z.infer<typeof ratingBands>;
export type Stars = 1 | 2 | 3 | 4 | 5;

/** The published AliceMultiverse table: its example, 23.5, is five stars. */
export const defaultBands: RatingBands = [25, 45, 65, 80];

/** Stars for a BRISQUE score (0 to 100, lower is better). */
export function starsFor(score: number, bands: RatingBands = defaultBands): Stars {
  if (score < bands[0]) return 5;
  if (score < bands[1]) return 4;
  if (score < bands[2]) return 3;
  if (score < bands[3]) return 2;
  return 1;
}

/** The event contract's combined score, 0 poor … 1 clean. With BRISQUE alone it is 1 − score / 100. */
export function combinedScore(brisque: number): number {
  return Math.round((1 - Math.min(100, Math.max(0, brisque)) / 100) * 1000) / 1000;
}

/** The folder of a rating, e.g. `5-star`. */
export function starFolder(stars: Stars): string {
  return `${stars}-star`;
}
