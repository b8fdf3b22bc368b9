import type { Database } from 'better-sqlite3';
import { z } from 'zod';

const pairs = z.array(z.tuple([z.int(), z.int()]));
const key = 'gaps';

/** The places of a log that no event has because it could not be read any more when the log was recovered. */
export class Gaps {
  readonly #pairs: readonly (readonly [number, number])[];

  constructor(found: readonly (readonly [number, number])[]) {
    this.#pairs = found;
  }

  static of(database: Database): Gaps {
    const value = database.prepare<[], string>(`SELECT value FROM about WHERE name = '${key}'`).pluck().get();
    return new Gaps(value === undefined ? [] : pairs.parse(JSON.parse(value)));
  }

  /** The first place from here on that is in no gap. */
  beyond(sequence: number): number {
    let place = sequence;
    for (const [from, to] of this.#pairs) if (place >= from && place <= to) place = to + 1;
    return place;
  }

  get size(): number {
    return this.#pairs.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  }

  note(database: Database): void {
    if (this.#pairs.length === 0) return;
    database.prepare(`INSERT OR REPLACE INTO about (name, value) VALUES ('${key}', ?)`).run(JSON.stringify(this.#pairs));
  }
}

/** Finds the gaps in ascending sequences, up to a last place. */
export function gapsIn(sequences: Iterable<number>, last: number): Gaps {
  const found: [number, number][] = [];
  let expected = 1;
  for (const sequence of sequences) {
    if (sequence > expected) found.push([expected, sequence - 1]);
    expected = sequence + 1;
  }
  if (expected <= last) found.push([expected, last]);
  return new Gaps(found);
}
