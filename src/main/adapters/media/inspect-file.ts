import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { openFileSource } from '../files/file-source';
import { inspectMedia } from '../../services/assets/inspect-media';
import type { JobResults } from './protocol';

/** Reads what a file says about itself; nothing is decoded. @throws the system's error when it cannot be opened. */
export async function inspectFile(path: string): Promise<JobResults['inspect']> {
  const source = await openFileSource(path);
  try {
    const { mtimeMs } = await stat(path);
    return { inspection: await inspectMedia(source, basename(path)), file_time: mtimeMs };
  } finally {
    await source.close();
  }
}
