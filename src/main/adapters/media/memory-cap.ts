import { Worker } from 'node:worker_threads';

/**
 * The longest that a process may outgrow its limit unseen. Decoders fill memory at a gigabyte or two a second, so what
 * lies beyond the limit stays small beside it.
 */
const lookEveryMs = 20;

/**
 * A thread of its own looks, so that neither a decoder nor a loop of our own that never ends can keep it from looking.
 * It has no other way to end the process than to kill it: `process.exit` in a thread ends the thread.
 */
const watchman = `
  const { workerData } = require('node:worker_threads');
  setInterval(() => {
    if (process.memoryUsage.rss() > workerData.limit) process.kill(process.pid, 'SIGKILL');
  }, workerData.every);
`;

/**
 * Kills this process when all of its memory, what native decoders take included, outgrows a limit. The heap limit of
 * the engine knows nothing of pixels. Resolves when the watch is on.
 */
export async function capMemory(limitBytes: number): Promise<void> {
  const thread = new Worker(watchman, { eval: true, workerData: { limit: limitBytes, every: lookEveryMs }, stdout: false, stderr: false });
  await new Promise<void>((resolve, reject) => thread.once('online', resolve).once('error', reject));
  thread.unref();
}
