import { dirname, join, relative, sep } from 'node:path';
import { baseName } from '@shared/library/asset-record';
import { type BandsExample, type BandsPreview, examplesShown } from '@shared/library/bands-preview';
import { type RatingBands, type Stars, starsFor } from '@shared/library/rating';
import type { Placement } from '../projections/placements';
import type { RatedAsset } from '../projections/rated-assets';
import type { Place } from '../services/refiling/ports';

export interface PreviewParts {
  readonly organized: string;
  readonly previous: RatingBands;
  readonly rated: readonly RatedAsset[];
  readonly placeByStars: (placement: Placement | null, stars: Stars | null) => Place | null;
  /** Whether files follow their ratings. */
  readonly refile: boolean;
  /** Where a file lies, when its placement does not say. */
  readonly pathOf: (contentHash: string) => string | null;
}

type PerStars = [number, number, number, number, number];

/** What moved limits would change. Touches nothing and asks no disk. */
export function previewOfBands(bands: RatingBands, parts: PreviewParts): BandsPreview {
  const { organized, previous, rated, placeByStars, refile, pathOf } = parts;
  const [before, after]: [PerStars, PerStars] = [[0, 0, 0, 0, 0], [0, 0, 0, 0, 0]];
  const changes = new Map<string, { from: Stars; to: Stars; count: number }>();
  const examples: BandsExample[] = [];
  let [changed, covered, files_moved] = [0, 0, 0];
  for (const asset of rated) {
    const { content_hash, brisque, measured: from, own, is_missing, placement } = asset;
    const to = starsFor(brisque, bands);
    countOne(before, from);
    countOne(after, to);
    if (from === to) continue;
    changed += 1;
    const change = changes.get(`${from}${to}`) ?? { from, to, count: 0 };
    changes.set(`${from}${to}`, { ...change, count: change.count + 1 });
    if (own !== null) covered += 1;
    const place = own === null && !is_missing && refile ? placeByStars(placement, to) : null;
    if (place !== null) files_moved += 1;
    if (examples.length >= examplesShown) continue;
    const path = placement?.path ?? pathOf(content_hash) ?? '';
    const to_folder = place === null ? null : folderAfter(below(organized, path), place.quality_folder, placement?.quality_folder ?? null);
    examples.push({ content_hash, file_name: baseName(path), brisque, from, to, from_folder: below(organized, path), to_folder });
  }
  const most = [...changes.values()].sort((a, b) => b.count - a.count || a.from - b.from || a.to - b.to);
  return { bands, previous_bands: previous, rated: rated.length, changed, covered, before, after, changes: most, files_moved, examples };
}

function countOne(counts: PerStars, stars: Stars): void {
  counts[stars - 1] = (counts[stars - 1] ?? 0) + 1;
}

/** The folder of a file below the organized one, in the same words on every system. */
function below(organized: string, path: string): string {
  return relative(organized, dirname(path)).split(sep).join('/');
}

function folderAfter(folder: string, to: string | null, from: string | null): string {
  const base = from === null ? folder : folder.split('/').slice(0, -1).join('/');
  return to === null ? base : join(base, to).split(sep).join('/');
}
