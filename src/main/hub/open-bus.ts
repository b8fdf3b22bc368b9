import type { RecordedEvent } from '@shared/events/catalog';
import { eventLine } from '@shared/story/event-line';
import { EventBus } from '../bus/event-bus';
import { EventFilter, type FilterOptions } from '../bus/middleware/event-filter';
import { EventLogger, type LogLevel, type LogLine } from '../bus/middleware/event-logger';
import { EventMetrics } from '../bus/middleware/event-metrics';
import { type Cause, LoopGuard } from '../bus/middleware/loop-guard';
import type { Recorder } from '../bus/recorder';
import type { ReportBug } from '../kernel/report-bug';

export type { LogLevel, LogLine };

export interface BusOptions {
  readonly recorder: Recorder;
  readonly reportBug: ReportBug;
  /** The event of an id, for the chain of causes. */
  readonly causeOf: (eventId: string) => Cause | null;
  /** What does not come through is neither recorded nor told. */
  readonly filter?: FilterOptions | undefined;
  /** Writes a line for what happens, from a level on. */
  readonly logger?: { readonly level: LogLevel; readonly write: (line: LogLine) => void } | undefined;
}

/** A bus with its middleware, in the order in which an event meets it: guard, filter, metrics, logger. */
export function openBus({ recorder, reportBug, causeOf, filter, logger }: BusOptions): { bus: EventBus; metrics: EventMetrics } {
  const bus = new EventBus(recorder, { onMiddlewareError: (name, error) => { reportBug({ where: `the middleware ${name}`, error }); } });
  const metrics = new EventMetrics();
  bus.use(new LoopGuard({ causeOf }));
  if (filter) bus.use(new EventFilter(filter));
  bus.use(metrics);
  if (logger) bus.use(new EventLogger({ ...logger, describe: eventLine }));
  bus.use({
    name: 'bugs',
    failed: ({ event_type }: RecordedEvent, { error, name, pattern }) => {
      reportBug({ where: `${name === 'unnamed' ? pattern : name} at ${event_type}`, error });
    },
  });
  return { bus, metrics };
}
