/** Does something every so often while the window can be seen, and as soon as it can be seen again. Returns the way to end it. */
export function whileVisible(act: () => void, everyMs: number): () => void {
  let timer: ReturnType<typeof setInterval> | null = null;
  const turn = () => {
    if (timer !== null) clearInterval(timer);
    timer = document.visibilityState === 'visible' ? setInterval(act, everyMs) : null;
  };
  const seen = () => {
    turn();
    if (timer !== null) act();
  };
  turn();
  document.addEventListener('visibilitychange', seen);
  return () => {
    if (timer !== null) clearInterval(timer);
    document.removeEventListener('visibilitychange', seen);
  };
}
