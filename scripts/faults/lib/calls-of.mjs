import { startChild } from './fault-child.mjs';
import { folders, must, prepare } from './scenarios.mjs';
import { fileCalls, onlyReads, trace } from './strace.mjs';

/** Eight bytes to an event descriptor only wake the other thread; output is for the script. */
const isNoise = (line) => /^write\(\d+, "[^"]*"(\.\.\.)?, 8\)/.test(line) || /^read\(\d+, .*, 1024\)/.test(line) || /^write\([12],/.test(line);

/**
 * The calls of one undisturbed run: which thread, which call, its how-manieth, and whether the disk may be another after it.
 * The process stands in `cwd`.
 */
export const callsOf = async (place, scenario, threads, cwd) => {
  const points = [];
  for (const thread of threads) {
    await prepare(place, scenario);
    const child = await startChild(cwd);
    const tracer = await trace(child.threads[thread], fileCalls);
    child.order({ ...folders(place), ...scenario.order });
    const { code, stderr } = await child.ended;
    must(code === 0, `the undisturbed run failed: ${stderr}`);
    await tracer.ended;
    const seen = new Map();
    for (const line of tracer.lines) {
      const call = /^(\w+)\(/.exec(line)?.[1];
      if (call === undefined) continue;
      const nth = (seen.get(call) ?? 0) + 1;
      seen.set(call, nth);
      const changes = !onlyReads.has(call) && !(call === 'openat' && !line.includes('O_CREAT'));
      if (!isNoise(line)) points.push({ thread, call, nth, changes });
    }
  }
  return points;
};
