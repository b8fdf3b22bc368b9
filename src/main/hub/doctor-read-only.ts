import type { CareReport } from '@shared/library/care-report';
import { organizedFiles } from '../adapters/files/organized-files';
import { Archive } from '../log/archive';
import { LogReader } from '../log/log-reader';
import { openLogReadOnly } from '../log/open-database';
import { LibraryQueries } from '../projections/library-queries';
import { openProjectionsReadOnly } from '../projections/open-projections';
import { survey } from '../services/keeper/survey';
import { type CareWish, examine, type OpenOperation } from './doctor';
import { organizedMemory, patientOf } from './doctor-care';
import { sourcesIn } from './source-settings';

/**
 * Looks beside a hub that works with the same data folder, and changes nothing: not even what is remembered of files.
 * Null when the library cannot be read at the moment.
 */
export async function examineReadOnly(
  folders: { readonly inbox: string; readonly organized: string; readonly dataFolder: string },
  wish: CareWish,
): Promise<CareReport | null> {
  const projections = openProjectionsReadOnly(folders.dataFolder);
  if (projections === null) return null;
  try {
    const logDatabase = openLogReadOnly(folders.dataFolder);
    try {
      const archive = new Archive(folders.dataFolder);
      const open = logDatabase.prepare<[], OpenOperation>(
        'SELECT cause_id, content_hash, source_path, destination_path FROM file_intents',
      );
      const reader = new LogReader(logDatabase, archive);
      // The row of an operation that is over stays until the next one begins.
      const isOver = ({ cause_id, content_hash }: OpenOperation) =>
        reader.aboutSubject(content_hash).some(({ causation_id }) => causation_id !== null && cause_id.startsWith(causation_id));
      const sources = {
        ...folders, projections, logDatabase, archive, reader,
        library: new LibraryQueries(projections),
        sources: () => sourcesIn(folders.dataFolder),
        openOperations: () => open.all().filter((each) => !isOver(each)),
      };
      const [files, memory] = [organizedFiles(folders.organized), organizedMemory(sources)];
      const keeper = { survey: (asked = {}) => survey(files, memory, asked) };
      // What is open there is being worked on by the other one.
      return await examine({ ...patientOf(sources, keeper, null), openOperations: () => [] }, wish);
    } finally {
      logDatabase.close();
    }
  } finally {
    projections.close();
  }
}
