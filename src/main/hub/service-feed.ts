import type { Database } from 'better-sqlite3';
import type { Feed } from '../kernel/service-runner';
import { forgetDeadLetter, parkDeadLetter, positionOf } from '../log/checkpoints';
import type { EventLog } from '../log/event-log';

/** What services are fed from: the log, from where each stopped. */
export function feedOf(log: EventLog, database: Database): Feed {
  return {
    get lastSequence() {
      return log.reader.lastSequence;
    },
    after: (sequence, limit) => log.reader.after(sequence, limit),
    positionOf: (service) => positionOf(database, service),
    unpark: (service, sequence) => { forgetDeadLetter(database, service, sequence); },
    park: (service, sequence, attempts, reason) => {
      parkDeadLetter(database, { service, sequence, attempts, reason, parked_at: new Date().toISOString() });
    },
  };
}
