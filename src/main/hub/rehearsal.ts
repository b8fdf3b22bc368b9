import { filingTools } from '../adapters/files/filing-tools';
import type { FilingTools } from '../services/organizer/ports';

/** Filing tools for a dry run: the same numbers and names, and nothing is touched. */
export const rehearsedFiling: FilingTools = {
  isThere: async () => true,
  highestNumber: (folder, stem) => filingTools.highestNumber(folder, stem),
  copyVerified: async () => ({ kind: 'published', proof: null }),
  relocate: async () => ({ kind: 'published', proof: null }),
  holds: async () => false,
  contentOf: async () => null,
  isTaken: async () => false,
  removeOriginal: async () => ({ kind: 'removed' }),
  clearRemains: async () => undefined,
  recover: async () => ({ kind: 'nothing_done' }),
};
