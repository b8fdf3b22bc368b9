import { defaultBands, type RatingBands } from '@shared/library/rating';
import { bandsIn } from '../projections/bands-table';
import { openProjectionsReadOnly } from '../projections/open-projections';
import { RatedAssets } from '../projections/rated-assets';

/** What a library says about scores. */
export interface LibraryComparison {
  /** The limits between the stars that hold there. */
  readonly bands: RatingBands;
  /** The share of its measured pictures that are worse, in per cent; null when there are none. */
  readonly betterThan: (score: number) => number | null;
}

/** The library of a data folder, read beside whoever works with it; without one, the limits that Alice came with. */
export function comparisonWith(dataFolder: string): LibraryComparison {
  const database = openProjectionsReadOnly(dataFolder);
  if (database === null) return { bands: defaultBands, betterThan: () => null };
  try {
    const scores = new RatedAssets(database).scores();
    const worse = (score: number) => scores.length - scores.findLastIndex((each) => each <= score) - 1;
    const betterThan = (score: number) => (scores.length === 0 ? null : Math.round((100 * worse(score)) / scores.length));
    return { bands: bandsIn(database)?.bands ?? defaultBands, betterThan };
  } finally {
    database.close();
  }
}
