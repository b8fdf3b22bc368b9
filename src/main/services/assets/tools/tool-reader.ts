import type { Evidence, Generation, Origin } from '@shared/library/provenance';
import type { Clues } from './clues';

/** The verdict of one reader about one file. */
export interface Recognition {
  /** Slug of the tool; a reader of a family tells its members apart. */
  readonly tool: string;
  /** 0 to 1: how sure this sign makes us that the tool wrote the file. */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  /** Where the file comes from; `ai` when left out. */
  readonly origin?: Origin;
}

/**
 * One tool, or one family that shares a format. To teach Alice a tool: write one of these and add it to `tool-readers.ts`.
 * `read` and `madeAt` are called only after `recognise` said yes, with the same clues. None of them throws.
 */
export interface ToolReader {
  readonly name: string;
  readonly recognise: (clues: Clues) => Recognition | null;
  /** What the file says about the generation. Fields that it does not mention are left out. */
  readonly read: (clues: Clues) => Partial<Generation>;
  /** The moment of generation as the tool wrote it down, not yet judged. */
  readonly madeAt?: (clues: Clues) => string | null;
}

/** How sure a kind of sign makes us, where a reader has no reason to say otherwise. */
export const confidence = {
  /** A format or key that only this tool writes. */
  certain: 0.98,
  /** Right form, without the tool's own mark. */
  likely: 0.7,
  /** A C2PA claim whose signature nobody checked. */
  claimed: 0.8,
  /** A field in which programs name themselves, and anyone may write. */
  named: 0.75,
  /** The whole form of a name that a service gives. */
  fileName: 0.5,
  /** The form of a name that others could give as well. */
  looseFileName: 0.3,
} as const;
