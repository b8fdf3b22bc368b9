/** Gives every asset of a data folder a small picture, as it would have one: painted scenes, linked under its hash. */
import { existsSync, linkSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { sceneThumbnails } from '../../scripts/samples/library/scene-thumbnails.mjs';
import { appModules } from '../../scripts/lib/app-modules.mjs';

const { thumbnailPath } = await appModules.main('adapters/media/media-ports');

/** Done once: where the folder is there already, nothing is. */
export async function makeThumbnails(data, shape = { width: 1_024, height: 768 }) {
  const folder = join(data, 'thumbnails');
  if (existsSync(folder)) return;
  const scene = await sceneThumbnails(join(data, 'scenes'));
  const library = new Database(join(data, 'library.sqlite'), { readonly: true });
  const hashes = library.prepare('SELECT content_hash FROM assets').pluck().all();
  library.close();
  for (const name of new Set(hashes.map((hash) => hash.slice(0, 2)))) mkdirSync(join(folder, name), { recursive: true });
  for (const [place, hash] of hashes.entries()) linkSync(scene(shape, place % 9), thumbnailPath(folder, hash));
}
