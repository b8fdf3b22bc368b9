import { memorySource } from '../containers/byte-source';
import type { MediaInspection } from '../inspect-media';
import { inspectMedia } from '../inspect-media';
import type { PngParts, TextForm } from './write-png';
import { pngText, writePng } from './write-png';

const now = () => new Date('2026-01-15T12:00:00Z');

/** Inspects bytes on 15 January 2026 and expects them to be media. */
export const inspectBytes = async (bytes: Uint8Array, fileName = 'file'): Promise<MediaInspection> => {
  const inspection = await inspectMedia(memorySource(bytes), fileName, { now });
  if (inspection.kind !== 'media') throw new Error(inspection.reason);
  return inspection;
};

/** A PNG with one text chunk per entry. */
export const pngWith = (texts: Readonly<Record<string, string>>, form: TextForm = 'auto', parts: PngParts = {}): Uint8Array =>
  writePng({ ...parts, before: Object.entries(texts).map(([key, text]) => pngText(key, text, form)) });

/** What a PNG with these texts says about its making. */
export const provenanceOf = async (texts: Readonly<Record<string, string>>) => (await inspectBytes(pngWith(texts))).provenance;
