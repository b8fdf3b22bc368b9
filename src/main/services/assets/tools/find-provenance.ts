import type { OwnRule } from '@shared/library/own-rule';
import type { Provenance } from '@shared/library/provenance';
import type { C2paClaims } from '../containers/c2pa-claims';
import type { FoundText } from '../containers/findings';
import type { Clues, ToolText } from './clues';
import { buildClues } from './clues';
import { readProvenance } from './read-provenance';
import type { ReadBeside } from './sidecars/beside';
import { namesBeside } from './sidecars/beside';
import type { ReadPixels } from './stealth/read-pixels';
import { readStealth } from './stealth/read-stealth';

/** What the file itself says. */
export interface FileFacts {
  readonly texts: readonly FoundText[];
  readonly c2pa: C2paClaims | null;
  readonly fileName: string;
  readonly width: number | null;
  readonly height: number | null;
  /** Whether its pixels are exactly those that were written, so that a text may be hidden in them. */
  readonly isLossless: () => Promise<boolean>;
}

/** What lies around the file and is asked only when the file itself does not tell. */
export interface Surroundings {
  readonly readBeside?: ReadBeside;
  readonly readPixels?: ReadPixels;
  readonly ownRules?: readonly OwnRule[];
}

export interface FoundProvenance {
  readonly provenance: Provenance;
  readonly madeAt: string | null;
  readonly clues: Clues;
  /** Texts that did not stand in the file's own metadata. */
  readonly further: readonly ToolText[];
  readonly warnings: readonly string[];
}

/** Pixels beyond which no hidden text is looked for. */
const MOST_PIXELS = 100_000_000;

/**
 * Who made the file, how, and how sure that is. Metadata decides; when it names no generation, what lies beside the file is read;
 * when nothing but perhaps a name tells, the pixels are looked at for a hidden text.
 */
export const findProvenance = async (file: FileFacts, around: Surroundings): Promise<FoundProvenance> => {
  const { readBeside, readPixels, ownRules = [] } = around;
  const look = (further: readonly ToolText[]): FoundProvenance => {
    const clues = buildClues([...file.texts, ...further], file);
    return { ...readProvenance(clues, ownRules), clues, further, warnings: [] };
  };
  const own = look([]);
  if (tellsGeneration(own.provenance) || own.provenance.origin === 'camera') return own;

  const beside = readBeside === undefined ? [] : await textsBeside(file.fileName, readBeside);
  const withBeside = beside.length === 0 ? own : look(beside);
  if (!isOpen(withBeside.provenance) || readPixels === undefined) return withBeside;

  const { width, height } = file;
  if (width === null || height === null || width * height > MOST_PIXELS || !(await file.isLossless())) return withBeside;
  const hidden = await readStealth({ width, height }, readPixels);
  if (hidden === null) return withBeside;
  if (hidden.kind === 'broken') {
    return { ...withBeside, warnings: [`unreadable metadata: the text hidden in the pixels (${hidden.sign}) is broken.`] };
  }
  return look([...beside, { place: 'stealth', key: hidden.sign, text: hidden.text }]);
};

const tellsGeneration = ({ prompt, seed, steps }: Provenance): boolean => (prompt !== null && seed !== null) || steps !== null;

/** Nothing but a name, or nothing at all, has told so far. */
const isOpen = ({ evidence }: Provenance): boolean => evidence.every(({ kind }) => kind === 'file-name' || kind === 'own-rule');

const textsBeside = async (fileName: string, read: ReadBeside): Promise<ToolText[]> => {
  const texts: ToolText[] = [];
  for (const key of namesBeside(fileName)) {
    const text = await read(key);
    if (text !== null && text.trim() !== '') texts.push({ place: 'beside', key, text });
  }
  return texts;
};
