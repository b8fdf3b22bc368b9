import { setImmediate as nextTurn } from 'node:timers/promises';

/** For long loops: gives the turn away when it was held for some milliseconds, so that nobody waits for long. */
export function breather(holdMs = 8): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < holdMs) return undefined;
    return nextTurn().then(() => { since = performance.now(); });
  };
}
