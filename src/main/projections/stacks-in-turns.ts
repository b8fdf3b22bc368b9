import { setImmediate as nextTurn } from 'node:timers/promises';

/** Gives the turn away when it was held for some milliseconds, so that nobody waits for long. */
export type Breathe = () => Promise<void> | undefined;

export function breather(holdMs = 4): Breathe {
  let since = performance.now();
  return () => {
    if (performance.now() - since < holdMs) return undefined;
    return nextTurn().then(() => { since = performance.now(); });
  };
}

const runLength = 2_048;
type Numbers = Uint32Array<ArrayBuffer>;

/** Sorts, a few milliseconds at a time: runs first, then two of them into one until there is one. */
export async function sortInTurns(numbers: Numbers, compare: (a: number, b: number) => number, breathe: Breathe): Promise<Numbers> {
  for (let at = 0; at < numbers.length; at += runLength) {
    numbers.subarray(at, at + runLength).sort(compare);
    await breathe();
  }
  let [from, to] = [numbers, new Uint32Array(numbers.length)];
  for (let run = runLength; run < numbers.length; run *= 2) {
    for (let start = 0; start < numbers.length; start += 2 * run) await mergeRuns(from, to, { start, run, compare, breathe });
    [from, to] = [to, from];
  }
  return from;
}

interface Merge {
  readonly start: number;
  readonly run: number;
  readonly compare: (a: number, b: number) => number;
  readonly breathe: Breathe;
}

async function mergeRuns(from: Uint32Array, to: Uint32Array, { start, run, compare, breathe }: Merge): Promise<void> {
  const middle = Math.min(start + run, from.length);
  const end = Math.min(start + 2 * run, from.length);
  for (let at = start, left = start, right = middle; at < end; at += 1) {
    if (at % runLength === 0) await breathe();
    const takeLeft = right >= end || (left < middle && compare(from[left] as number, from[right] as number) <= 0);
    to[at] = from[takeLeft ? left++ : right++] as number;
  }
}
