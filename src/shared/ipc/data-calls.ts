import { z } from 'zod';

const nothing = z.strictObject({});

/** What the window asks of the data folder. */
export const dataCalls = {
  'data/overview': nothing,
  'data/open-folder': nothing,
  /** Asks for a place in a dialog of the system. */
  'data/choose-place': nothing,
  'data/move': z.strictObject({ id: z.uuid() }),
  'data/move-state': nothing,
  'data/stop-move': nothing,
  'data/old-folder': z.strictObject({ wish: z.enum(['trash', 'keep']) }),
} as const satisfies Record<string, z.ZodType>;

export interface DataOverview {
  readonly folder: string;
  readonly bytes: number;
  readonly files: number;
  /** Why it cannot be moved, as a sentence; null when it can. */
  readonly fixed: string | null;
  /** Where it was before it was moved, while it still lies there. */
  readonly old_folder: string | null;
}

/** A place that was chosen for the data folder. */
export interface ChosenPlace {
  readonly id: string;
  readonly folder: string;
  readonly bytes: number;
  /** Bytes free there; null when unknown. */
  readonly free_bytes: number | null;
}

export interface MoveState {
  readonly part: 'idle' | 'closing' | 'copying' | 'checking' | 'switching';
  readonly done: number;
  readonly total: number;
}

export interface DataAnswers {
  'data/overview': DataOverview;
  'data/open-folder': null;
  /** Null when none was chosen. */
  'data/choose-place': ChosenPlace | null;
  /** Resolves when Alice works in the new place. */
  'data/move': DataOverview;
  'data/move-state': MoveState;
  'data/stop-move': null;
  'data/old-folder': DataOverview;
}
