import { z } from 'zod';
import { type DryRunBegun, type DryRunFile, type DryRunState, mostDryRunFiles } from '../library/dry-run';
import type { LyingFiles } from '../library/lying-files';
import type { Added } from './answers';

const run = { id: z.uuid() };
const file = z.int().nonnegative().max(mostDryRunFiles * 2);

/** What the window asks of previews. Files are named by their numbers in the tree, never by paths. */
export const dryRunCalls = {
  /** Asks for files or a folder in a dialog; null when the person thought better of it. */
  'dry-run/choose': z.strictObject({ what: z.enum(['files', 'folder']) }),
  /** Begins with what was dropped last for a preview. */
  'dry-run/dropped': z.strictObject({}),
  'dry-run/waiting': z.strictObject({}),
  'dry-run/state': z.strictObject(run),
  'dry-run/files': z.strictObject({ ...run, ids: z.array(file).min(1).max(500) }),
  /** The numbers of the files whose names, outcome or folders hold all words. */
  'dry-run/find': z.strictObject({ ...run, words: z.string().max(200) }),
  /** Adds the files but those that are left out; for those that wait, watching goes on. */
  'dry-run/accept': z.strictObject({ ...run, left: z.array(file).max(mostDryRunFiles * 2) }),
  'dry-run/leave': z.strictObject(run),
  /** How many files lie in the inbox while watching is paused. */
  'inbox/lying': z.strictObject({}),
} as const;

export interface DryRunAnswers {
  'dry-run/choose': DryRunBegun | null;
  'dry-run/dropped': DryRunBegun | null;
  'dry-run/waiting': DryRunBegun;
  'dry-run/state': DryRunState;
  'dry-run/files': readonly DryRunFile[];
  'dry-run/find': readonly number[];
  'dry-run/accept': Added;
  'dry-run/leave': null;
  'inbox/lying': LyingFiles;
}
