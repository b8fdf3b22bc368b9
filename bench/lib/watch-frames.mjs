/** Runs in the window. */
function watch() {
  const { requestAnimationFrame, PerformanceObserver } = globalThis;
  const seen = { frames: [], tasks: [] };
  let last = performance.now();
  const tick = (now) => {
    seen.frames.push(now - last);
    last = now;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  new PerformanceObserver((entries) => seen.tasks.push(...entries.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
  globalThis.takeFrames = () => ({ frames: seen.frames.splice(0), tasks: seen.tasks.splice(0) });
}

/**
 * From now on the page writes down how long each frame and each task of more than 50 ms took.
 * @returns asks for what has come since it was asked last, as milliseconds
 */
export async function watchFrames(page) {
  await page.evaluate(watch);
  return () => page.evaluate(() => globalThis.takeFrames());
}
