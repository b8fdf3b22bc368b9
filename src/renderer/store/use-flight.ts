import { useState } from 'react';
import { create } from 'zustand';

/** A list that is scrolled by more pixels a millisecond than this is flown over: six screens a second. */
const fast = 5;
/** A flight is over when nothing was fast for so long. A scroll that nothing came before is a leap, and no flight. */
const restMs = 100;

export const useFlight = create(() => ({ flying: false }));

let last = { top: 0, at: Number.NEGATIVE_INFINITY };
let rest: ReturnType<typeof setTimeout> | undefined;

/** To be told of each scroll of a list of pictures. */
export function flownTo(top: number, at = performance.now()): void {
  const ms = at - last.at;
  const isFast = ms < restMs && Math.abs(top - last.top) > fast * Math.max(1, ms);
  last = { top, at };
  if (!isFast) return;
  useFlight.setState({ flying: true });
  clearTimeout(rest);
  rest = setTimeout(() => useFlight.setState({ flying: false }), restMs);
}

/** False for what came into sight in flight, until that is over: nobody sees it, and what is asked for it would hold up what is seen. */
export function useLookedAt(): boolean {
  const [known, setKnown] = useState(() => !useFlight.getState().flying);
  const looked = useFlight(({ flying }) => known || !flying);
  if (looked && !known) setKnown(true);
  return looked;
}
