import type { StoredEvent } from './event-row';

/**
 * One event as a line of NDJSON: the envelope's fields in a fixed order, the payload last and verbatim. The same event
 * always gives the same bytes, and reading the line back gives the same event.
 */
export function toLine({ data, ...envelope }: StoredEvent): string {
  const { sequence, event_id, event_type, timestamp, source, version, correlation_id, causation_id, actor, subject } = envelope;
  const head = { sequence, event_id, event_type, timestamp, source, version, correlation_id, causation_id, actor, subject };
  return `${JSON.stringify(head).slice(0, -1)},"data":${data}}`;
}

/** A line that is no event; the message says why, in a sentence. */
export class UnreadableLineError extends Error {
  override readonly name = 'UnreadableLineError';
}

const mark = ',"data":';
const texts = ['event_id', 'event_type', 'timestamp', 'source', 'version', 'correlation_id', 'actor'] as const;
const textsOrNull = ['causation_id', 'subject'] as const;

/** Reads a line that {@link toLine} wrote. @throws UnreadableLineError */
export function fromLine(line: string): StoredEvent {
  // The first mark is the true one: inside a string its quotes would be escaped.
  const at = line.indexOf(mark);
  if (at === -1 || !line.endsWith('}')) throw new UnreadableLineError('It has no payload at its end.');
  const data = line.slice(at + mark.length, -1);
  const head = parseObject(`${line.slice(0, at)}}`, 'The envelope');
  parseObject(`{"data":${data}}`, 'The payload');
  const { sequence } = head;
  if (typeof sequence !== 'number' || !Number.isSafeInteger(sequence) || sequence < 1) {
    throw new UnreadableLineError('Its sequence is not a whole number above 0.');
  }
  for (const name of texts) if (typeof head[name] !== 'string') throw new UnreadableLineError(`Its ${name} is not a text.`);
  for (const name of textsOrNull) {
    if (head[name] !== null && typeof head[name] !== 'string') throw new UnreadableLineError(`Its ${name} is neither a text nor null.`);
  }
  return { ...head, data } as unknown as StoredEvent;
}

function parseObject(json: string, what: string): Record<string, unknown> {
  try {
    return JSON.parse(json) as Record<string, unknown>;
  } catch {
    throw new UnreadableLineError(`${what} is not valid JSON.`);
  }
}
