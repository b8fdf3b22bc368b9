import { assetDiscovered, assetOrganized } from '@shared/events/asset-events';
import type Database from 'better-sqlite3';
import { LibraryProjection } from '../projections/library-projection';
import { recordedFrom } from './sample-events';
import { hashOf } from './trees';

/** Fills the library's tables with so many pictures of a project `p`: the hash of each is that of its number. */
export function filePictures(database: Database.Database, count: number): void {
  const where = { project_name: 'p', source_type: 'x', date_folder: '2026-01-02' };
  const events = recordedFrom(Array.from({ length: count }, (_, i) => [
    assetDiscovered({ file_path: `/in/${i}`, content_hash: hashOf(`${i}`), file_size: 1, media_type: 'image', project_name: 'p' }),
    assetOrganized({ content_hash: hashOf(`${i}`), source_path: `/in/${i}`, destination_path: `/out/${i}`, ...where }),
  ]).flat(), 'story');
  const after = (sequence: number, limit: number) => events.slice(sequence, sequence + limit);
  new LibraryProjection(database, { lastSequence: events.length, after }).catchUp();
}
