import type { RecordedEvent } from '@shared/events/catalog';
import type { FailedOutcome, Middleware } from '../middleware';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

export interface LogLine {
  readonly level: LogLevel;
  readonly message: string;
  /** For a machine; the payload only at the level debug. */
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface LoggerOptions {
  /** What is below this level is not written. */
  readonly level: LogLevel;
  readonly write: (line: LogLine) => void;
  /** An event in words; its type, when left out. */
  readonly describe?: (event: RecordedEvent) => string;
}

const ranks: Readonly<Record<LogLevel, number>> = { debug: 0, info: 1, warn: 2, error: 3 };

/** Events that tell of trouble; all others are information. */
const warnings: ReadonlySet<string> = new Set([
  'event.parked', 'event.loop_stopped', 'asset.set_aside', 'asset.missing', 'asset.undo_refused', 'workflow.failed', 'hub.paused', 'log.recovered',
]);

/**
 * Writes a line for each event (info, those of trouble warn) and for each handler that failed (error); with the payload
 * at the level debug. A type below the level costs nothing: it is not even heard.
 */
export class EventLogger implements Middleware {
  readonly name = 'logger';
  readonly #options: LoggerOptions;

  constructor(options: LoggerOptions) {
    this.#options = options;
  }

  recordedOf(type: string): ((event: RecordedEvent) => void) | null {
    const { describe, write, level: least } = this.#options;
    const level = warnings.has(type) ? 'warn' : 'info';
    if (ranks[level] < ranks[least]) return null;
    return (event) => {
      const { event_type, event_id, sequence, source, correlation_id } = event;
      const fields = { event_type, event_id, sequence, source, correlation_id, ...(least === 'debug' && { data: event.data }) };
      write({ level, message: describe?.(event) ?? event_type, fields });
    };
  }

  failed({ event_type, event_id, sequence }: RecordedEvent, { name, pattern, error }: FailedOutcome): void {
    const message = `${name} (${pattern}) failed at ${event_type}: ${error instanceof Error ? error.message : String(error)}`;
    this.#options.write({ level: 'error', message, fields: { event_type, event_id, sequence, handler: name, pattern } });
  }
}
