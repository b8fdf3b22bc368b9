import type { ByteSource } from './byte-source';
import { readFully } from './byte-source';
import type { FactsInTheMaking } from './facts';
import { createFacts } from './facts';
import { limits } from './limits';

/** Where a text stood. `png`, `mp4` and `matroska` have keys chosen by the program that wrote them. */
export type TextPlace = 'png' | 'exif' | 'xmp' | 'iptc' | 'jpeg' | 'gif' | 'mp4' | 'matroska' | 'avi';

export interface FoundText {
  readonly place: TextPlace;
  readonly key: string;
  readonly text: string;
}

/** A date as the file writes it, not yet judged. */
export interface FoundDate {
  readonly from: 'exif' | 'xmp' | 'iptc' | 'png-time' | 'container';
  readonly text: string;
}

/** What a container reader collects about one file. Readers add to it; nothing is ever taken away. */
export interface Findings {
  width: number | null;
  height: number | null;
  /** EXIF orientation 1–8. */
  orientation: number;
  readonly texts: FoundText[];
  /** Most trustworthy first. */
  readonly dates: FoundDate[];
  /** The C2PA manifest store: JUMBF boxes. */
  c2pa: Uint8Array | null;
  readonly facts: FactsInTheMaking;
  /** Where a JPEG or PNG lies in the file that stands for its video, such as cover art. */
  cover: { readonly offset: number; readonly length: number } | null;
  readonly warnings: string[];
  truncated: boolean;
  /** Bytes of text and of inflated data that may still be spent. */
  textBudget: number;
  inflateBudget: number;
}

/** Fills `findings` from `source`. Broken input ends in a warning; it rejects only when the disk does. */
export type ReadContainer = (source: ByteSource, findings: Findings) => Promise<void>;

export const createFindings = (): Findings => ({
  width: null,
  height: null,
  orientation: 1,
  texts: [],
  dates: [],
  c2pa: null,
  facts: createFacts(),
  cover: null,
  warnings: [],
  truncated: false,
  textBudget: limits.allText,
  inflateBudget: limits.inflate,
});

/** Adds a warning once; at most twenty are kept. */
export const warn = (findings: Findings, sentence: string): void => {
  if (findings.warnings.length < 20 && !findings.warnings.includes(sentence)) findings.warnings.push(sentence);
};

/** Notes that the file ends before its container does. */
export const markTruncated = (findings: Findings): void => {
  findings.truncated = true;
  warn(findings, 'The file ends early: its last part is missing.');
};

export const addText = (findings: Findings, place: TextPlace, key: string, text: string): void => {
  if (text.trim() === '') return;
  if (findings.texts.length >= limits.texts) {
    warn(findings, 'unreadable metadata: more texts than Alice reads.');
    return;
  }
  findings.texts.push({ place, key, text });
};

export const setSize = (findings: Findings, width: number, height: number): void => {
  const sane = (n: number) => Number.isInteger(n) && n > 0 && n < 1_000_000;
  if (!sane(width) || !sane(height)) return;
  findings.width = width;
  findings.height = height;
};

/** The payload of a part that holds text or metadata, or null (with a warning) when it is too large or the file ends. */
export const readPayload = async (
  source: ByteSource,
  findings: Findings,
  part: { name: string; offset: number; length: number; limit: number },
): Promise<Uint8Array | null> => {
  if (part.length > part.limit || part.length > findings.textBudget) {
    warn(findings, `unreadable metadata: ${part.name} is larger than Alice reads.`);
    return null;
  }
  findings.textBudget -= part.length;
  const bytes = await readFully(source, part.offset, part.length);
  if (bytes === null) markTruncated(findings);
  return bytes;
};
