import type { Database } from 'better-sqlite3';
import type { Lifetime } from '../kernel/lifetime';
import { Archive } from '../log/archive';
import { LogReader } from '../log/log-reader';
import { openLogDatabase, openMemoryLog } from '../log/open-database';
import { openMemorySearch, openSearchDatabase } from '../projections/event-search';
import { LibraryQueries } from '../projections/library-queries';
import { openMemoryProjections, openProjections, openProjectionsReadOnly } from '../projections/open-projections';
import { takeLease } from './lease';

/** The databases of a hub. */
export interface Storage {
  readonly log: Database;
  readonly projections: Database;
  /** The word index. */
  readonly search: Database;
  /** The oldest events, when a person has archived them. */
  readonly archive: Archive | undefined;
  /** What an existing library holds, when this hub itself only rehearses in memory. */
  readonly rehearsalOf: LibraryQueries | null;
}

/**
 * Opens log and projections of a data folder. A dry run works in memory and reads the existing library, if there is one.
 * @throws DataInUseError, NewerDataError
 */
export function openStorage(dataFolder: string, dryRun: boolean, lifetime: Lifetime): Storage {
  if (dryRun) {
    const existing = openProjectionsReadOnly(dataFolder);
    if (existing) lifetime.add(() => { existing.close(); });
    const projections = lifetime.own(openMemoryProjections(), (database) => { database.close(); });
    const log = lifetime.own(openMemoryLog(), (database) => { database.close(); });
    const search = lifetime.own(openMemorySearch(), (database) => { database.close(); });
    return { log, projections, search, archive: undefined, rehearsalOf: existing && new LibraryQueries(existing) };
  }
  const release = takeLease(dataFolder);
  const log = openLogOr(release, dataFolder);
  lifetime.add(release);
  lifetime.add(() => { log.close(); });
  const newest = new LogReader(log).lastSequence;
  const projections = lifetime.own(openProjections(dataFolder, newest), (database) => { database.close(); });
  const search = lifetime.own(openSearchDatabase(dataFolder, newest), (database) => { database.close(); });
  return { log, projections, search, archive: new Archive(dataFolder), rehearsalOf: null };
}

/** A log that cannot be opened must not leave the folder taken. */
function openLogOr(release: () => void, dataFolder: string): Database {
  try {
    return openLogDatabase(dataFolder);
  } catch (failure) {
    release();
    throw failure;
  }
}
