import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { RecordedEvent } from '@shared/events/catalog';
import { LibraryProjection } from '../../projections/library-projection';
import { LibraryQueries } from '../../projections/library-queries';
import { createProjections, openProjections, projectionsFileName } from '../../projections/open-projections';
import { stateHash } from '../../projections/state-hash';
import { existingDataFolder } from '../data-folder';
import { momentOf } from '../moment';
import { type CliLog, readingLog, writingLog } from '../open-log';
import { bar, print, printJson, ProgressLine } from '../printer';
import type { Finish } from '../run-command-line';
import { UsageError } from '../usage-error';

interface Options {
  readonly rebuild?: boolean;
  readonly asOf?: string;
  readonly into?: string;
  readonly data?: string;
  readonly json?: boolean;
}

/** `alice replay`: folds the log anew, in place or as it was at a moment. */
export function replayCommand(program: Command, finish: Finish): void {
  program
    .command('replay')
    .description('Rebuild library, inbox and statistics from the log, or see them as they were at a moment.')
    .option('--rebuild', 'throw the projections away and fold them anew')
    .option('--as-of <seq|time>', 'only up to this event or time; needs --into')
    .option('--into <file>', 'write the projections to a new database file instead')
    .option('--data <dir>', "the data folder (default: the app's)")
    .option('--json', 'print the result as JSON')
    .action(async (options: Options) => {
      if (options.rebuild === (options.into !== undefined)) {
        throw new UsageError('Say either --rebuild, or --into FILE (with --as-of, if you like).');
      }
      if (options.asOf !== undefined && options.into === undefined) throw new UsageError('With --as-of, say --into FILE: the library itself stays as it is.');
      if (options.into === undefined) await writingLog(existingDataFolder(options.data), (log) => { rebuild(log, options); });
      else await readingLog(options.data, (log) => { foldInto(log, resolve(options.into ?? ''), options); });
      finish(0);
    });
}

function rebuild(log: CliLog, options: Options): void {
  const file = join(log.folder, projectionsFileName);
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
  fold(log, openProjections(log.folder), () => false, options);
}

function foldInto(log: CliLog, file: string, options: Options): void {
  if (existsSync(file)) throw new UsageError(`The file ${file} is there already. Name another one.`);
  fold(log, createProjections(file), behind(options.asOf), options);
}

/** Whether an event lies behind the moment that was asked for: a sequence or a time. */
function behind(asOf: string | undefined): Until {
  if (asOf === undefined) return () => false;
  if (/^\d{1,15}$/.test(asOf)) return (event) => event.sequence > Number(asOf);
  const moment = momentOf(asOf).getTime();
  return (event) => Date.parse(event.timestamp) > moment;
}

type Until = (event: RecordedEvent) => boolean;

function fold({ reader }: CliLog, database: ReturnType<typeof openProjections>, until: Until, options: Options): void {
  try {
    const began = performance.now();
    const projection = new LibraryProjection(database, reader);
    const line = new ProgressLine();
    const total = reader.lastSequence;
    projection.rebuild({ until, progress: (sequence) => { line.show(`${bar(sequence, total)} ${sequence} of ${total}`); } });
    line.clear();
    const seconds = (performance.now() - began) / 1_000;
    const { assetCount } = new LibraryQueries(database);
    const state_hash = stateHash(database);
    if (options.json) printJson({ events: projection.position, assets: assetCount, seconds: Math.round(seconds * 100) / 100, state_hash });
    else print(`${projection.position} events folded in ${seconds.toFixed(1)} s: ${assetCount} assets. State ${state_hash}.`);
  } finally {
    database.close();
  }
}
