import { stat } from 'node:fs/promises';
import type { ReadAsset } from '../services/assets/assets-service';
import { type PathFacts, projectIn } from '../services/keeper/path-facts';

/** What a file itself tells of its day and its maker, for one whose path tells nothing. */
export async function factsFromFile(organized: string, path: string, read: ReadAsset): Promise<PathFacts> {
  const found = await read(path);
  const told = found.kind === 'read' ? found.inspection : null;
  const time = found.kind === 'read' ? found.file_time : (await stat(path)).mtime;
  return {
    project_name: projectIn(organized, path),
    source_type: told?.provenance.tool ?? 'unknown',
    date_folder: told?.made_at?.date ?? localDay(time),
    quality_folder: null,
  };
}

function localDay(time: Date): string {
  return [String(time.getFullYear()).padStart(4, '0'), String(time.getMonth() + 1).padStart(2, '0'), String(time.getDate()).padStart(2, '0')].join('-');
}
