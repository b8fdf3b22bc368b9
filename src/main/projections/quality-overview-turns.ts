import type { Breathe } from './stacks-in-turns';

/** After so many it is asked whether the turn was held long enough: a part of a millisecond. */
const atOnce = 1_000;

/** Looks at each of so many, in turns, so that everything else goes on meanwhile. */
export async function inTurns(end: number, breathe: Breathe, look: (at: number) => void): Promise<void> {
  for (let from = 0; from < end; from += atOnce) {
    const to = Math.min(end, from + atOnce);
    for (let at = from; at < to; at += 1) look(at);
    await breathe();
  }
}
