import { filingTools } from '../adapters/files/filing-tools';
import type { FileIntent, FilingTools, Published } from '../services/organizer/ports';

/** Filing tools for a dry run: the same numbers and names, and nothing is touched. What was filed in the rehearsal counts as filed. */
export function rehearsedFiling(): FilingTools {
  const filed = new Map<string, string>();
  const publish = async ({ destination_path, content_hash }: FileIntent): Promise<Published> => {
    filed.set(destination_path, content_hash);
    return { kind: 'published', proof: null };
  };
  return {
    isThere: async () => true,
    highestNumber: (folder, stem) => filingTools.highestNumber(folder, stem),
    copyVerified: publish,
    relocate: publish,
    holds: async (path, hash) => filed.get(path) === hash || (await filingTools.holds(path, hash)),
    contentOf: async (path) => filed.get(path) ?? (await filingTools.contentOf(path)),
    isTaken: async (path) => filed.has(path) || (await filingTools.isTaken(path)),
    removeOriginal: async () => ({ kind: 'removed' }),
    clearRemains: async () => undefined,
    recover: async () => ({ kind: 'nothing_done' }),
  };
}
