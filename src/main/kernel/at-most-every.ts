/** Does it now, unless it was done less than so long ago: for telling what will be told again soon. */
export function atMostEvery(ms: number, act: () => void): () => void {
  let done = Number.NEGATIVE_INFINITY;
  return () => {
    if (performance.now() - done < ms) return;
    done = performance.now();
    act();
  };
}
