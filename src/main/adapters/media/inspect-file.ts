import { basename } from 'node:path';
import { inspectMedia } from '../../services/assets/inspect-media';
import type { ReadAs } from '../../services/assets/read-as';
import { wholeMetadata } from '../../services/assets/whole-metadata';
import { firstPixelsOf } from './first-pixels';
import type { JobResults } from './protocol';
import { openQuickly } from './quick-source';
import { readBesideOf, readNamed } from './read-beside';

/**
 * Reads what a file says about itself; pixels and neighbours are looked at only when it says nothing.
 * @throws the system's error when it cannot be opened
 */
export async function inspectFile(path: string, { name, beside, ownRules }: ReadAs = {}): Promise<JobResults['inspect']> {
  const source = openQuickly(path);
  try {
    const readBeside = beside === undefined ? readBesideOf(path) : readNamed(beside);
    const around = { readPixels: firstPixelsOf(source), readBeside, ...(ownRules && { ownRules }) };
    const inspection = await inspectMedia(source, name ?? basename(path), around);
    return { inspection, file_time: source.writtenAt, file_size: source.size };
  } finally {
    source.close();
  }
}

/** All that stands in a file, for a person to read. @throws the system's error when it cannot be opened, or what a broken file leads to */
export async function metadataOfFile(path: string): Promise<JobResults['metadata']> {
  const source = openQuickly(path);
  try {
    return await wholeMetadata(source, basename(path), { readPixels: firstPixelsOf(source), readBeside: readBesideOf(path) });
  } finally {
    source.close();
  }
}
