import { memorySource } from '../containers/byte-source';
import type { InspectOptions, MediaInspection } from '../inspect-media';
import { inspectMedia } from '../inspect-media';

/** Inspects bytes with what lies around them, and expects them to be media. */
export const inspectWith = async (bytes: Uint8Array, fileName: string, options: InspectOptions): Promise<MediaInspection> => {
  const inspection = await inspectMedia(memorySource(bytes), fileName, { now: () => new Date('2026-01-15T12:00:00Z'), ...options });
  if (inspection.kind !== 'media') throw new Error(inspection.reason);
  return inspection;
};

/** The port for files beside a picture, over texts by name. */
export const besideOf =
  (files: Readonly<Record<string, string>>) =>
  async (name: string): Promise<string | null> =>
    files[name] ?? null;
