import type { Generation } from '@shared/library/provenance';
import { toNumber, toPixels, toSeed, toText } from '../values';

/**
 * Reads the command line that InvokeAI 1 left under the key `Dream`:
 * `"a lighthouse" -s 50 -S 4242 -W 512 -H 768 -C 7.5 -A k_lms`. A space before the value is optional.
 */
export const parseDreamCommand = (command: string): Partial<Generation> => {
  const quoted = /^\s*"((?:\\.|[^"\\])*)"/.exec(command);
  const options = command.slice(quoted?.[0].length ?? 0);
  const option = (letter: string): string | undefined => new RegExp(` -${letter} ?([\\w.+]{1,40})`).exec(` ${options}`)?.[1];
  return {
    prompt: toText(quoted?.[1]?.replace(/\\(.)/g, '$1')),
    seed: toSeed(option('S')),
    steps: toNumber(option('s')),
    sampler: toText(option('A')),
    cfg: toNumber(option('C')),
    width: toPixels(option('W')),
    height: toPixels(option('H')),
  };
};
