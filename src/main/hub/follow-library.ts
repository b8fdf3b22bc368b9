import type { Database } from 'better-sqlite3';
import type { ReportBug } from '../kernel/report-bug';
import type { EventLog } from '../log/event-log';
import { LibraryProjection } from '../projections/library-projection';

/** Brings library and inbox up to the log, and keeps them there. */
export function followLibrary(projections: Database, log: EventLog, reportBug: ReportBug): void {
  const projection = new LibraryProjection(projections, log.reader);
  projection.catchUp();
  log.onCommit((events) => {
    try {
      projection.follow(events);
    } catch (error) {
      // The log is the truth: what the projection missed, it reads with the next commit or at the next start.
      reportBug({ where: 'the library', error });
    }
  });
}
