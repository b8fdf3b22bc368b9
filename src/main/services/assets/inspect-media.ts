import type { Provenance } from '@shared/library/provenance';
import { readAvi } from './containers/avi';
import { readBmp } from './containers/bmp';
import type { ByteSource } from './containers/byte-source';
import { windowed } from './containers/byte-source';
import { readC2paClaims } from './containers/c2pa-claims';
import type { MediaFacts } from './containers/facts';
import type { Findings, ReadContainer } from './containers/findings';
import { createFindings, warn } from './containers/findings';
import { readGif } from './containers/gif';
import { readIsoMedia } from './containers/iso-media';
import { readJpeg } from './containers/jpeg';
import { limits } from './containers/limits';
import { readMatroska } from './containers/matroska';
import { readPng } from './containers/png';
import { wellFormed } from './containers/text-decoding';
import { readTiff } from './containers/tiff';
import { readWebp } from './containers/webp';
import type { MadeAt } from './media/embedded-date';
import { chooseDate } from './media/embedded-date';
import type { ImageFormat, SniffedMedia, VideoFormat } from './media/sniff-media';
import { describeStart, SNIFF_BYTES, sniffMedia } from './media/sniff-media';
import type { ToolText } from './tools/clues';
import { labelOf } from './tools/clues';
import type { FoundProvenance, Surroundings } from './tools/find-provenance';
import { findProvenance } from './tools/find-provenance';
import { isLosslessWebp } from './tools/stealth/lossless-webp';

export type { MadeAt } from './media/embedded-date';

/** What Alice learned by reading a file, without decoding a pixel. */
export interface MediaInspection {
  readonly kind: 'media';
  readonly media_type: 'image' | 'video';
  /** What the bytes are, whatever the file is called. */
  readonly format: ImageFormat | VideoFormat;
  /** The usual extension of the format, without the dot: 'jpg' for JPEG. */
  readonly extension: string;
  /** Pixels, upright (a rotation in EXIF is applied); null when the file does not say cheaply. */
  readonly width: number | null;
  readonly height: number | null;
  readonly facts: MediaFacts;
  /** Where a picture that stands for a video lies in it. */
  readonly cover: { readonly offset: number; readonly length: number } | null;
  readonly made_at: MadeAt | null;
  readonly provenance: Provenance;
  /** Text found in the file, by key; each value is cut at 64 KiB. Untrusted: text to show, never to run. */
  readonly raw_metadata: Readonly<Record<string, string>>;
  /** Sentences about what could not be read. The rest of the inspection still holds. */
  readonly warnings: readonly string[];
  /** True when the container says that its last part is missing (a cut PNG, WebP or MP4). */
  readonly truncated: boolean;
}

/** `reason` is a sentence for people. */
export type InspectionFailure =
  | { readonly kind: 'not-media'; readonly reason: string }
  | { readonly kind: 'unreadable'; readonly reason: string };

export type Inspection = MediaInspection | InspectionFailure;

/** What is asked only when the metadata does not tell: pixels for a hidden text, files beside this one, a person's own rules. */
export interface InspectOptions extends Surroundings {
  /** The clock that decides what lies in the future. */
  readonly now?: () => Date;
}

const containers: Record<ImageFormat | VideoFormat, ReadContainer> = {
  png: readPng,
  jpeg: readJpeg,
  webp: readWebp,
  gif: readGif,
  avif: readIsoMedia,
  heic: readIsoMedia,
  tiff: readTiff,
  bmp: readBmp,
  mp4: readIsoMedia,
  mov: readIsoMedia,
  webm: readMatroska,
  mkv: readMatroska,
  avi: readAvi,
};

/**
 * Inspects one file: what it is, how large, when and with what it was made. Reads bytes only and writes nothing; pixels are asked
 * for only when all else is silent.
 * Never rejects: hostile or broken input becomes a warning or a failure with its reason.
 * @param fileName kept for tools that only a name betrays; media type and format never depend on it
 */
export const inspectMedia = async (source: ByteSource, fileName: string, options: InspectOptions = {}): Promise<Inspection> => {
  try {
    if (source.size === 0) return { kind: 'not-media', reason: 'The file is empty.' };
    const near = windowed(source);
    const head = await near.read(0, SNIFF_BYTES);
    const media = sniffMedia(head);
    if (media === null) {
      return { kind: 'not-media', reason: `This is not a picture or video that Alice knows: it begins with ${describeStart(head)}.` };
    }
    return describe(media, await lookInto(near, media, fileName, options), options);
  } catch (error) {
    return { kind: 'unreadable', reason: `The file could not be read: ${messageOf(error)}.` };
  }
};

/** Everything that stands in a file, and what its makers' readers make of it. */
interface FoundInside {
  readonly findings: Findings;
  readonly found: FoundProvenance;
}

/** Looks through a file of a known kind. */
export const lookInto = async (
  source: ByteSource,
  media: SniffedMedia,
  fileName: string,
  options: InspectOptions,
): Promise<FoundInside> => {
  const findings = createFindings();
  await containers[media.format](source, findings);
  const c2pa = findings.c2pa === null ? null : readC2paClaims(findings.c2pa);
  const isLossless = async () => media.format === 'png' || (media.format === 'webp' && (await isLosslessWebp(source)));
  const { texts, width, height } = findings;
  const found = await findProvenance({ texts, c2pa, fileName, width, height, isLossless }, options);
  return { findings, found };
};

const describe = (media: SniffedMedia, { findings, found }: FoundInside, options: InspectOptions): MediaInspection => {
  const { provenance, madeAt, clues } = found;
  for (const sentence of found.warnings) warn(findings, sentence);
  for (const label of clues.broken()) warn(findings, `unreadable metadata: “${label}” begins like JSON but is not.`);
  const isTurned = findings.orientation >= 5;
  return {
    kind: 'media',
    ...media,
    width: isTurned ? findings.height : findings.width,
    height: isTurned ? findings.width : findings.height,
    facts: findings.facts,
    cover: findings.cover,
    made_at: chooseDate(findings.dates, madeAt, options.now?.() ?? new Date()),
    provenance,
    raw_metadata: rawMetadata([...findings.texts, ...found.further]),
    warnings: findings.warnings,
    truncated: findings.truncated,
  };
};

const rawMetadata = (texts: readonly ToolText[]): Record<string, string> => {
  const raw = new Map<string, string>();
  for (const found of texts) {
    const key = wellFormed(labelOf(found).slice(0, 200));
    if (!raw.has(key)) raw.set(key, wellFormed(found.text.slice(0, limits.excerpt)));
  }
  return Object.fromEntries(raw);
};

const messageOf = (error: unknown): string => {
  const isDiskError = error instanceof Error && 'code' in error && error.code === 'EIO';
  return isDiskError ? 'the disk reported an error' : error instanceof Error ? error.message : String(error);
};
