import type { Said } from '@shared/language/said';
import type { Database } from 'better-sqlite3';
import type { Lifetime } from '../kernel/lifetime';
import { Archive } from '../log/archive';
import { LogReader } from '../log/log-reader';
import { openLogDatabase, openMemoryLog } from '../log/open-database';
import { type BandsSet, bandsIn } from '../projections/bands-table';
import { openMemorySearch, openSearchDatabase } from '../projections/event-search';
import { LibraryQueries } from '../projections/library-queries';
import { openMemoryProjections, openProjections, openProjectionsReadOnly } from '../projections/open-projections';
import { takeLease } from './lease';
import { beginWithFirstRating } from './ratings-begin';
import { refuseNewerUntouched } from './recover-detect';
import { type Mended, mendLog } from './recover-log';

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
  /** The limits between the stars that it holds. */
  readonly rehearsedBands: BandsSet | null;
  /** What was done about a log that was damaged; null when it was sound. */
  readonly recovered: Mended | null;
}

export interface StorageOptions {
  /** A second place where backups may lie. */
  readonly backupFolder?: string | null;
  /** Told when another computer works with the folder in spite of the lease. */
  readonly takenOver?: (sentence: Said) => void;
}

/**
 * Opens log and projections of a data folder. A dry run works in memory and reads the existing library, if there is one.
 * @throws DataInUseError, UnusableDataError, NewerDataError
 */
export function openStorage(dataFolder: string, dryRun: boolean, lifetime: Lifetime, more: StorageOptions = {}): Storage {
  if (dryRun) {
    const existing = openProjectionsReadOnly(dataFolder);
    if (existing) lifetime.add(() => { existing.close(); });
    const projections = lifetime.own(openMemoryProjections(), (database) => { database.close(); });
    const log = lifetime.own(openMemoryLog(), (database) => { database.close(); });
    const search = lifetime.own(openMemorySearch(), (database) => { database.close(); });
    const rehearsedBands = existing && bandsIn(existing);
    const rehearsalOf = existing && new LibraryQueries(existing);
    return { log, projections, search, archive: undefined, rehearsalOf, rehearsedBands, recovered: null };
  }
  refuseNewerUntouched(dataFolder);
  const release = takeLease(dataFolder, more.takenOver && { takenOver: more.takenOver });
  const { log, recovered } = openLogOr(release, dataFolder, more.backupFolder ?? null);
  lifetime.add(release);
  lifetime.add(() => { log.close(); });
  const reader = new LogReader(log);
  beginWithFirstRating(log, reader);
  const newest = reader.lastSequence;
  const projections = lifetime.own(openProjections(dataFolder, newest), (database) => { database.close(); });
  const search = lifetime.own(openSearchDatabase(dataFolder, newest), (database) => { database.close(); });
  return { log, projections, search, archive: new Archive(dataFolder), rehearsalOf: null, rehearsedBands: null, recovered };
}

/** A damaged log is mended first. One that cannot be opened must not leave the folder taken. */
function openLogOr(release: () => void, dataFolder: string, backupFolder: string | null): { log: Database; recovered: Mended | null } {
  try {
    const recovered = mendLog(dataFolder, { backupFolder });
    return { log: openLogDatabase(dataFolder), recovered };
  } catch (failure) {
    release();
    throw failure;
  }
}
