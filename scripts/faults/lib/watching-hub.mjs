/**
 * A hub that watches, in a process of its own, and what it costs: started with the folder that holds inbox, organized
 * and data; says once a second over its channel what it has found, what became of it and what it needed.
 */
import { fork } from 'node:child_process';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { appModules } from '../../lib/app-modules.mjs';
import { inRoot } from '../../lib/paths.mjs';

const here = fileURLToPath(import.meta.url);

/** Starts it; `told` gets each report. Resolves once it watches. */
export const startWatchingHub = async (home, told) => {
  const env = { ...process.env, UV_THREADPOOL_SIZE: '16' };
  const child = fork(here, [home], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const ready = new Promise((resolve) => {
    child.on('message', (report) => {
      if (report === 'ready') resolve();
      else told(report);
    });
  });
  await Promise.race([ready, ended.then(() => Promise.reject(new Error('The hub ended before it watched.')))]);
  return {
    pid: child.pid,
    stop: () => {
      child.send('stop');
      return ended;
    },
  };
};

const outcome = new Set(['asset.organized', 'asset.duplicated', 'asset.set_aside', 'asset.sidecar_filed']);

const watch = async (home) => {
  const { openHub } = await appModules.main('hub');
  const { forkNodeMediaProcess } = await appModules.main('adapters/media/fork-node');
  const [inbox, organized, dataFolder] = ['inbox', 'organized', 'data'].map((name) => join(home, name));
  const bugs = [];
  const hub = openHub({
    inbox,
    organized,
    dataFolder,
    operation: () => 'copy',
    version: 'faults',
    startMedia: () => forkNodeMediaProcess(inRoot('out', 'main', 'media-worker.js'), inRoot('resources', 'quality', 'brisque-live.bin')),
    reportBug: ({ where, error }) => { bugs.push(`${where}: ${error?.message ?? error}`); },
  });
  const loop = monitorEventLoopDelay({ resolution: 10 });
  const seen = { found: 0, done: 0, aside: 0, longestStallMs: 0, peakRss: 0, mostQueued: 0 };
  hub.bus.on('asset.*', ({ event_type }) => {
    if (event_type === 'asset.detected') seen.found += 1;
    if (outcome.has(event_type)) seen.done += 1;
    if (event_type === 'asset.set_aside') seen.aside += 1;
  });
  const look = () => {
    seen.peakRss = Math.max(seen.peakRss, process.memoryUsage.rss());
    seen.longestStallMs = Math.max(seen.longestStallMs, loop.max / 1e6);
    seen.mostQueued = Math.max(seen.mostQueued, ...hub.metrics().services.map(({ queued }) => queued));
  };
  await hub.start({ watch: true });
  await hub.settled();
  loop.enable();
  process.send('ready');
  const often = setInterval(look, 200);
  const report = setInterval(() => process.send({ ...seen, bugs: bugs.slice(0, 20) }), 500);
  process.on('message', () => {
    clearInterval(often);
    clearInterval(report);
    void hub.close('closed').then(() => process.disconnect());
  });
};

if (process.argv[1] === here) await watch(process.argv[2]);
