import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MediaPool } from '../../adapters/media/media-pool';
import { assessImageWith, readAssetWith } from '../../adapters/media/media-ports';
import type { MediaProcess, StartMediaProcess } from '../../adapters/media/protocol';
import { randomNumbers } from '../quality-pictures';
import { type MutatedFormat, seedsOf } from './media-seeds';
import { mutantOf } from './mutate-media';
import { type Watch, watchProcesses } from './worker-memory';

export interface MutantRun extends Watch {
  readonly format: MutatedFormat;
  readonly mutants: number;
  /** Read, and decoded where it is a picture that can be. */
  readonly whole: number;
  /** Refused in a sentence. */
  readonly refused: number;
  /** Media processes that ended by themselves, and those that were ended because of the time limit. */
  readonly deaths: number;
  readonly timeOuts: number;
  /** What came out that is neither an answer nor a sentence: bugs. */
  readonly bugs: readonly string[];
  readonly milliseconds: number;
}

export interface MutantOptions {
  readonly format: MutatedFormat;
  readonly mutants: number;
  readonly seed: number;
  readonly start: StartMediaProcess;
  readonly processes?: number;
  /** Where the mutants lie for a moment. Those that killed a process stay there. */
  readonly folder: string;
  readonly progress?: (done: number) => void;
}

const videos: readonly MutatedFormat[] = ['mp4', 'webm', 'avi'];

/** Sends mutants of one format through the product's own media processes: read, and decoded whatever they say they are. */
export async function runMutants({ format, mutants, seed, start, folder, processes = 2, progress }: MutantOptions): Promise<MutantRun> {
  mkdirSync(folder, { recursive: true });
  const seeds = await seedsOf(format);
  const random = randomNumbers(seed);
  const ends = { deaths: 0, timeOuts: 0 };
  let closing = false;
  const counted = (): MediaProcess => {
    const process = start();
    let killed = false;
    process.onExit(() => { if (!closing) ends[killed ? 'timeOuts' : 'deaths'] += 1; });
    return { ...process, kill: () => { killed = true; process.kill(); } };
  };
  const pool = new MediaPool({ start: counted, processes });
  const [read, assess] = [readAssetWith(pool), assessImageWith(pool, null)];
  const tally = { whole: 0, refused: 0 };
  const bugs: string[] = [];
  let next = 0;

  const one = async (): Promise<void> => {
    const number = next;
    next += 1;
    const path = join(folder, `${format}-${number}`);
    writeFileSync(path, mutantOf(seeds, random));
    try {
      const told = await read(path);
      const verdict = videos.includes(format) ? null : await assess(path, '');
      const refused = told.kind === 'trouble' || verdict?.kind === 'trouble';
      tally[refused ? 'refused' : 'whole'] += 1;
      const sentence = told.kind === 'trouble' ? told.message : verdict?.kind === 'trouble' ? verdict.message : '';
      if (sentence.includes('crashed or stopped the decoder')) return;
    } catch (error) {
      bugs.push(`${path}: ${error instanceof Error ? error.message : String(error)}`);
      return;
    }
    rmSync(path);
  };
  const worker = async (): Promise<void> => {
    while (next < mutants) {
      await one();
      if (next % 1_000 === 0) progress?.(next);
    }
  };

  const watched = watchProcesses();
  const began = performance.now();
  await Promise.all(Array.from({ length: processes * 3 }, worker));
  const milliseconds = Math.round(performance.now() - began);
  closing = true;
  pool.close();
  return { format, mutants, ...tally, ...ends, bugs, milliseconds, ...watched() };
}
