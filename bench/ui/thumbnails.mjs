/** Gives every asset of a data folder a small picture and what stands for it: painted scenes, linked under its hash. */
import { Buffer } from 'node:buffer';
import { existsSync, linkSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { sceneThumbnails } from '../../scripts/samples/library/scene-thumbnails.mjs';
import { appModules } from '../../scripts/lib/app-modules.mjs';

const { thumbnailPath } = await appModules.main('adapters/media/media-ports');
const { thumbHashOfFile } = await appModules.main('adapters/media/thumb-hash-of-file');
const { ThumbHashes, thumbHashTable } = await appModules.main('projections/thumb-hashes');

const scenes = 9;

/** Done once: where they are there already, nothing is. */
export async function makeThumbnails(data, shape = { width: 1_024, height: 768 }) {
  const folder = join(data, 'thumbnails');
  const library = new Database(join(data, 'library.sqlite'));
  library.exec(thumbHashTable);
  const count = 'SELECT count(*) FROM assets WHERE content_hash NOT IN (SELECT content_hash FROM thumb_hashes)';
  const lacking = library.prepare(count).pluck().get();
  if (!existsSync(folder) || lacking > 0) {
    const scene = await sceneThumbnails(join(data, 'scenes'));
    const hashes = library.prepare('SELECT content_hash FROM assets').pluck().all();
    if (!existsSync(folder)) link(folder, hashes, (place) => scene(shape, place));
    const softly = await Promise.all(Array.from({ length: scenes }, (_, place) => thumbHashOfFile(scene(shape, place))));
    const known = new ThumbHashes(library);
    library.transaction(() => {
      for (const [place, hash] of hashes.entries()) known.remember(hash, another(softly[place % scenes], place));
    })();
  }
  library.close();
}

function link(folder, hashes, scene) {
  for (const name of new Set(hashes.map((hash) => hash.slice(0, 2)))) mkdirSync(join(folder, name), { recursive: true });
  for (const [place, hash] of hashes.entries()) linkSync(scene(place % scenes), thumbnailPath(folder, hash));
}

/** A hash that no other picture has: each is drawn for itself, as those of a library are. */
function another(hash, place) {
  const bytes = Buffer.from(hash, 'base64');
  // Waves of light and dark, and the smaller half of each byte first: the colours stay.
  for (let digit = 0; digit < 5; digit += 1) bytes[6 + digit] ^= (place >> (4 * digit)) & 15;
  return bytes.toString('base64');
}
