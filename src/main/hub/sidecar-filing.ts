import { FileOperations } from '../services/organizer/file-operations';
import type { FilingTools, IntentJournal } from '../services/organizer/ports';
import type { SidecarFiling } from '../services/sidecars/ports';

/** Sidecars are filed by the same verified, journalled protocol as pictures. */
export function sidecarFiling(files: FilingTools, journal: IntentJournal): SidecarFiling {
  const operations = new FileOperations({ files, journal });
  return { isThere: (folder) => files.isThere(folder), begin: (intent) => operations.begin(intent) };
}
