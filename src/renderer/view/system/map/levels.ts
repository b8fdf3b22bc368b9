/** How strongly a wire glows, from 0, at rest, to 4. Each step is ten times as many events. */
export type Level = 0 | 1 | 2 | 3 | 4;

/** Up to so many events a second each is shown by itself; above, wires glow as strongly as they are busy. */
export const singlyUpTo = 5;

export function levelOf(perSecond: number): Level {
  if (perSecond <= 0) return 0;
  if (perSecond < 1) return 1;
  if (perSecond < 10) return 2;
  return perSecond < 100 ? 3 : 4;
}
