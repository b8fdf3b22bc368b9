import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { RecordedEvent } from '@shared/events/catalog';
import { ndjsonFilesIn } from './ndjson-files';

/** A line that is no event. */
export interface DamagedLine {
  readonly file: string;
  /** Counted from one. */
  readonly line: number;
  /** Torn: the last line, cut short by a crash. Any other was damaged later. */
  readonly torn: boolean;
}

export interface ReplayOptions {
  /** Only events behind this sequence. */
  readonly after?: number;
  /** Left out, a damaged line is an error; a torn last line of a file is passed over in any case. */
  readonly onDamage?: (damage: DamagedLine) => void;
}

/** A line in the middle of a file that is no event. */
export class DamagedLineError extends Error {
  override readonly name = 'DamagedLineError';
  readonly damage: DamagedLine;

  constructor(damage: DamagedLine) {
    super(`Line ${damage.line} of ${damage.file} is not an event.`);
    this.damage = damage;
  }
}

/**
 * The events of a folder of NDJSON files in log order, as they were written: types that this version does not know come
 * as they are. Reads line by line, so memory does not grow with the files. @throws DamagedLineError
 */
export async function* replayNdjson(folder: string, { after = 0, onDamage }: ReplayOptions = {}): AsyncGenerator<RecordedEvent> {
  for (const name of await ndjsonFilesIn(folder)) {
    const file = join(folder, name);
    let line = 0;
    for await (const { text, ended } of linesOf(file)) {
      line += 1;
      const event = eventIn(text);
      if (event === null) {
        const damage = { file, line, torn: !ended };
        if (onDamage) onDamage(damage);
        else if (ended) throw new DamagedLineError(damage);
      } else if (event.sequence > after) {
        yield event;
      }
    }
  }
}

/** Splits at line feeds only: JSON may hold other signs that Node's readline takes for the end of a line. */
async function* linesOf(file: string): AsyncGenerator<{ readonly text: string; readonly ended: boolean }> {
  let rest: Buffer[] = [];
  for await (const chunk of createReadStream(file, { highWaterMark: 262_144 }) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, start)) {
      const last = chunk.subarray(start, end);
      yield { text: rest.length === 0 ? last.toString('utf8') : Buffer.concat([...rest, last]).toString('utf8'), ended: true };
      rest = [];
      start = end + 1;
    }
    if (start < chunk.length) rest.push(chunk.subarray(start));
  }
  if (rest.length > 0) yield { text: Buffer.concat(rest).toString('utf8'), ended: false };
}

function eventIn(text: string): RecordedEvent | null {
  try {
    const event = JSON.parse(text) as Partial<RecordedEvent> | null;
    if (typeof event !== 'object' || event === null) return null;
    const whole = typeof event.event_type === 'string' && typeof event.sequence === 'number' && typeof event.event_id === 'string';
    return whole ? (event as RecordedEvent) : null;
  } catch {
    return null;
  }
}
