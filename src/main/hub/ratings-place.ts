import { dirname } from 'node:path';
import { starFolder, type Stars } from '@shared/library/rating';
import type { Placement } from '../projections/placements';
import { folderOf } from '../services/organizer/organized-path';
import type { Place } from '../services/refiling/ports';

type PlaceByStars = (placement: Placement | null, stars: Stars | null) => Place | null;

const foldersKept = 10_000;

/**
 * Where a filed file belongs by its stars. Null when it lies there, when it lay there before Alice knew it, and when it lies where
 * a person put it: that is where they want it.
 */
export function placesByStars(organized: string): PlaceByStars {
  const folders = new Map<string, string>();
  const folderFor = (filing: Omit<Placement, 'path'>): string => {
    const key = [filing.date_folder, filing.project_name, filing.source_type, filing.quality_folder ?? ''].join('\0');
    const known = folders.get(key);
    if (known !== undefined) return known;
    if (folders.size >= foldersKept) folders.clear();
    const folder = folderOf(organized, filing);
    folders.set(key, folder);
    return folder;
  };
  return (placement, stars) => {
    if (placement === null) return null;
    const { path, ...filing } = placement;
    if (dirname(path) !== folderFor(filing)) return null;
    const wanted = { ...filing, quality_folder: stars === null ? null : starFolder(stars) };
    return folderFor(wanted) === dirname(path) ? null : { file_path: path, ...wanted };
  };
}
