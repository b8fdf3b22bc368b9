import { firstElo } from './preference';

/** How a picture stands before or after a comparison. */
export interface Standing {
  readonly elo: number;
  readonly comparisons: number;
}

export const firstStanding: Standing = { elo: firstElo, comparisons: 0 };

/** How much one comparison moves a picture: a new one finds its place quickly, a settled one stays near it. */
const k = { new: 32, settled: 16, settledAfter: 20 } as const;
/** A difference at which one is preferred ten times out of eleven. */
const tenToOne = 400;

/**
 * Two pictures after a comparison, by A. E. Elo, "The Rating of Chessplayers, Past and Present" (1978): each moves by how much
 * the outcome differs from what its rating let expect. A draw is half a win for either.
 */
export function afterComparison(winner: Standing, loser: Standing, draw: boolean): readonly [Standing, Standing] {
  const expected = 1 / (1 + 10 ** ((loser.elo - winner.elo) / tenToOne));
  const surprise = (draw ? 0.5 : 1) - expected;
  return [moved(winner, surprise), moved(loser, -surprise)];
}

function moved({ elo, comparisons }: Standing, surprise: number): Standing {
  const step = comparisons < k.settledAfter ? k.new : k.settled;
  // Rounded, so that a power that is computed otherwise elsewhere gives the same numbers from the same log.
  return { elo: Math.round((elo + step * surprise) * 1e4) / 1e4, comparisons: comparisons + 1 };
}

/** About how many comparisons make a ranking of so many pictures that holds. */
export function enoughComparisons(pictures: number): number {
  return pictures < 2 ? 0 : Math.max(pictures, Math.ceil(pictures * Math.log2(pictures) * 1.5));
}
