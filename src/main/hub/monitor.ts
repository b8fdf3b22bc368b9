import type { BusStats } from '@shared/library/bus-stats';
import type { Database } from 'better-sqlite3';
import { EventBus } from '../bus/event-bus';
import { EventMetrics } from '../bus/middleware/event-metrics';
import { EventPersistence } from '../bus/middleware/event-persistence';
import { NdjsonFiles } from '../bus/middleware/ndjson-files';
import { deadLetterCount, positionOf } from '../log/checkpoints';
import type { LogReader } from '../log/log-reader';
import { FollowedLog } from './followed-log';
import { serviceManifests } from './service-manifests';

export interface MonitorOptions {
  readonly database: Database;
  readonly reader: LogReader;
  /** Events behind this sequence are told. */
  readonly after: number;
  /** A folder that the events are also written to, as NDJSON. */
  readonly persist?: string;
}

/** A bus that hears what a hub in another process says, and measures it. */
export interface Monitor {
  readonly bus: EventBus;
  start(): void;
  stats(): BusStats;
  /** Stops listening; what was heard is persisted to the end. */
  end(): Promise<void>;
}

/** Opens a monitor on the log of another process. */
export async function openMonitor({ database, reader, after, persist }: MonitorOptions): Promise<Monitor> {
  const followed = new FollowedLog(database, reader, after);
  const bus = new EventBus(followed);
  const metrics = new EventMetrics();
  bus.use(metrics);
  metrics.register({ deadLetters: () => deadLetterCount(database), services: () => lags(database, reader) });
  const files = persist === undefined ? null : await NdjsonFiles.open(persist);
  const persistence = files && new EventPersistence({ target: files, history: reader, from: Math.max(after, files.from) });
  if (persistence) bus.use(persistence);
  return {
    bus,
    start: () => { followed.start(); },
    stats: () => metrics.getStats(),
    async end() {
      followed.stop();
      await persistence?.settled();
      await persistence?.end();
      await files?.close();
    },
  };
}

/** Events that are counted one by one; beyond it the distance to the end of the log is said instead. */
const countedAtMost = 1_000;

/** How many events that concern it each service of the other process has not dealt with, from its checkpoint. */
function lags(database: Database, reader: LogReader): BusStats['services'] {
  return serviceManifests.map(({ name, consumes }) => {
    const { sequence, handledBeyond } = positionOf(database, name);
    const ahead = reader.find({ after: sequence, types: consumes, limit: countedAtMost });
    const open = ahead.filter((event) => !handledBeyond.has(event.sequence)).length;
    return { name, queued: 0, running: 0, lag: open < countedAtMost ? open : reader.lastSequence - sequence };
  });
}
