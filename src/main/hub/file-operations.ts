import { filingTools } from '../adapters/files/filing-tools';
import type { ReportBug } from '../kernel/report-bug';
import type { LogReader } from '../log/log-reader';
import { FileOperations } from '../services/organizer/file-operations';
import type { IntentJournal, Memory } from '../services/organizer/ports';

/**
 * What the organizer asks the log and the library.
 *
 * @param before what happened to a file before the log of a rehearsal began
 */
export function organizerMemory(log: LogReader, assetOf: Memory['assetOf'], before: Memory['historyOf'] = () => []): Memory {
  return {
    eventAt: (sequence) => log.after(sequence - 1, 1).find((event) => event.sequence === sequence) ?? null,
    historyOf: (contentHash) => [...before(contentHash), ...log.aboutSubject(contentHash)],
    assetOf,
  };
}

/** Clears or finishes the file operations that a crash interrupted, before anyone begins another. */
export async function recoverOperations(journal: IntentJournal, reportBug: ReportBug): Promise<void> {
  try {
    await new FileOperations({ files: filingTools, journal }).recover();
  } catch (error) {
    reportBug({ where: 'the recovery of file operations', error });
  }
}
