import { type Command, InvalidArgumentError } from 'commander';
import { matchesPattern } from '@shared/events/pattern';
import type { BusStats } from '@shared/library/bus-stats';
import { openMonitor } from '../../hub/monitor';
import { momentOf } from '../moment';
import { monitorLines } from '../monitor-line';
import { readingLog } from '../open-log';
import { complain, nobodyReads, printJson, printPlain } from '../printer';
import type { Finish } from '../run-command-line';

interface Options {
  readonly verbose?: boolean;
  readonly metrics?: boolean;
  readonly persist?: string;
  readonly type: string;
  readonly since?: string;
  readonly from?: number;
  readonly json?: boolean;
  readonly data?: string;
}

/** How often the figures are shown with `--metrics`, in milliseconds. */
const figuresEveryMs = 5_000;

/** `alice monitor`: shows the events of a hub that runs in another process, live. */
export function monitorCommand(program: Command, finish: Finish): void {
  program
    .command('monitor')
    .description('Show the events of a hub that runs in another process, live; Ctrl+C ends it with the statistics.')
    .option('--verbose', 'show the data of each event below it')
    .option('--metrics', 'show figures every five seconds')
    .option('--persist <dir>', 'also write the events to DIR as NDJSON, one file a day')
    .option('--type <pattern>', 'only an event type, a prefix such as asset.*, or * for all', '*')
    .option('--since <time>', 'begin in the past: a date, a time, or how long ago, such as 10m')
    .option('--from <seq>', 'begin with this event', wholeNumber)
    .option('--json', 'print one event a line as JSON')
    .option('--data <dir>', "the data folder (default: the app's)")
    .action(async (options: Options) => {
      await readingLog(options.data, async ({ database, reader }) => {
        const since = options.since === undefined ? undefined : momentOf(options.since);
        const after = options.from !== undefined ? options.from - 1 : since !== undefined ? reader.lastBefore(since) : reader.lastSequence;
        const persist = options.persist === undefined ? {} : { persist: options.persist };
        const monitor = await openMonitor({ database, reader, after, ...persist });
        const stopped = untilStopped();
        const look = { verbose: options.verbose ?? false, colour: process.stdout.isTTY && process.env['NO_COLOR'] === undefined };
        monitor.bus.on('*', (event) => {
          if (!matchesPattern(options.type, event.event_type)) return;
          if (options.json) printJson(event);
          else for (const line of monitorLines(event, look)) printPlain(line);
          if (nobodyReads()) stopped.stop();
        });
        if (options.metrics) stopped.every(figuresEveryMs, () => { for (const line of figures(monitor.stats())) complain(line); });
        monitor.start();
        await stopped.promise;
        await monitor.end();
        for (const line of figures(monitor.stats())) complain(line);
      });
      finish(0);
    });
}

/** The statistics, for people: they go to stderr, so that stdout holds nothing but events. */
function figures(stats: BusStats): string[] {
  const seconds = (stats.uptime_ms / 1_000).toFixed(0);
  return [
    `— ${stats.total} events in ${seconds} s, ${stats.per_second.toFixed(1)} a second of late —`,
    ...stats.types.map(({ type, count, average_interval_ms }) => {
      const apart = average_interval_ms === null ? '' : `  one every ${average_interval_ms.toFixed(0)} ms`;
      return `  ${String(count).padStart(7)}  ${type.padEnd(22)}${apart}`;
    }),
    ...stats.services.map(({ name, lag }) => `  ${name}: ${lag === 0 ? 'nothing lies ahead' : `${lag} events lie ahead`}`),
    `  dead letters: ${stats.dead_letters ?? 0}`,
  ];
}

function untilStopped() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => { resolve = done; });
  const timers: NodeJS.Timeout[] = [];
  const stop = () => {
    for (const timer of timers) clearInterval(timer);
    resolve();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return { promise, stop, every: (milliseconds: number, action: () => void) => { timers.push(setInterval(action, milliseconds)); } };
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new InvalidArgumentError('It must be a whole number above 0.');
  return Number(text);
}
