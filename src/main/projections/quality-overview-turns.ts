import { setImmediate as nextTurn } from 'node:timers/promises';

/** So many are looked at before the turn is over: a few milliseconds. */
const atOnce = 10_000;

/** Looks at each of so many, in turns, so that everything else goes on meanwhile. */
export async function inTurns(end: number, look: (at: number) => void, each = atOnce): Promise<void> {
  for (let from = 0; from < end; from += each) {
    if (from > 0) await nextTurn();
    const to = Math.min(end, from + each);
    for (let at = Math.ceil(from); at < to; at += 1) look(at);
  }
}
