import type { Database } from 'better-sqlite3';
import type { Lifetime } from '../kernel/lifetime';
import type { ReportBug } from '../kernel/report-bug';
import type { EventLog } from '../log/event-log';
import { EventSearch } from '../projections/event-search';

/** Opens the index of the log's words. They are taken in when there is time for it. */
export function openWordSearch(words: Database, log: EventLog, lifetime: Lifetime, reportBug: ReportBug): EventSearch {
  const search = new EventSearch(words, log.reader);
  lifetime.add(() => search.end());
  const takeIn = () => { search.follow().catch((error: unknown) => { reportBug({ where: 'the search', error }); }); };
  log.onCommit(takeIn);
  takeIn();
  return search;
}
