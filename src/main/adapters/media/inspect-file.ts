import { basename } from 'node:path';
import { inspectMedia } from '../../services/assets/inspect-media';
import { wholeMetadata } from '../../services/assets/whole-metadata';
import { firstPixelsOf } from './first-pixels';
import type { JobResults } from './protocol';
import { openQuickly } from './quick-source';
import { readBesideOf } from './read-beside';

/**
 * Reads what a file says about itself; pixels and neighbours are looked at only when it says nothing.
 * @throws the system's error when it cannot be opened
 */
export async function inspectFile(path: string): Promise<JobResults['inspect']> {
  const source = openQuickly(path);
  try {
    const around = { readPixels: firstPixelsOf(source), readBeside: readBesideOf(path) };
    return { inspection: await inspectMedia(source, basename(path), around), file_time: source.writtenAt };
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
