import { describe, expect, it } from 'vitest';
import { memoryLimitMb } from '../../adapters/media/protocol';
import { realMediaProcess } from '../child-process';
import { tempFolder } from '../temp-folder';
import { mutatedFormats, seedsOf } from './media-seeds';
import { runMutants } from './run-mutants';

describe('[A63] mutants of media', () => {
  it.each(mutatedFormats)('[A63] of %s end as a picture or in a sentence; a media process may die, Alice does not', async (format) => {
    const run = await runMutants({ format, mutants: 300, seed: 20_261_122, start: realMediaProcess, folder: tempFolder() });
    expect(run.bugs).toEqual([]);
    expect(run.whole + run.refused).toBe(run.mutants);
    // Neither all whole nor all refused: the mutants hit something, and not only the door.
    expect(run.refused).toBeGreaterThan(0);
    expect(run.whole).toBeGreaterThan(0);
    expect(run.longestSilence).toBeLessThan(1_000);
    expect(run.mostMemory).toBeLessThan((memoryLimitMb + 512) * 1024 * 1024);
  }, 60_000);

  it('[A63] the seeds are whole themselves and small', async () => {
    for (const format of mutatedFormats) {
      const seeds = await seedsOf(format);
      expect(Math.max(...seeds.map(({ length }) => length)), format).toBeLessThan(25_000);
    }
  });
});
