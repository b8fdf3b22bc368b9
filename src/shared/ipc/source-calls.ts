import { z } from 'zod';
import { type SourceNow, sourceChoiceSchema } from '../library/source';

const nothing = z.strictObject({});

/** What the window asks of the folders that are watched beside the inbox. */
export const sourceCalls = {
  'sources/list': nothing,
  /** Asks for a folder in a dialog of the system. */
  'sources/choose': nothing,
  /** The folder that was dropped last. */
  'sources/choose-dropped': nothing,
  'sources/add': z.strictObject({ id: z.uuid(), choice: sourceChoiceSchema }),
  'sources/change': z.strictObject({ id: z.uuid(), choice: sourceChoiceSchema }),
  'sources/remove': z.strictObject({ id: z.uuid() }),
  'sources/open-folder': z.strictObject({ id: z.uuid() }),
} as const satisfies Record<string, z.ZodType>;

/** A folder that a person has chosen and that is no source yet. */
export interface ChosenSource {
  readonly id: string;
  readonly path: string;
  /** A name that no source has. */
  readonly name: string;
}

export interface SourceAnswers {
  'sources/list': readonly SourceNow[];
  /** Null when none was chosen. */
  'sources/choose': ChosenSource | null;
  'sources/choose-dropped': ChosenSource | null;
  'sources/add': readonly SourceNow[];
  'sources/change': readonly SourceNow[];
  'sources/remove': readonly SourceNow[];
  'sources/open-folder': null;
}
