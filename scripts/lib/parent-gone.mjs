/**
 * Under npm there is a shell between npm and us: ended by a signal, it dies without passing the signal on and
 * leaves us behind. Calls back once when that has happened. Returns the way to stop watching.
 */
export const onParentGone = (callback) => {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return () => {};
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    callback();
  }, 300);
  watch.unref();
  return () => clearInterval(watch);
};
