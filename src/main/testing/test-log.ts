import type { Database } from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { EventLog } from '../log/event-log';
import { openLogDatabase } from '../log/open-database';

export interface OpenLog {
  readonly log: EventLog;
  readonly database: Database;
}

/** A log in a folder, closed at the end of the test at the latest. */
export function logIn(folder: string): OpenLog {
  const database = openLogDatabase(folder);
  const log = new EventLog(database);
  onTestFinished(() => { if (database.open) log.close(); });
  return { log, database };
}
