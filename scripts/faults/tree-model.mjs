#!/usr/bin/env node
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { appModules } from '../lib/app-modules.mjs';
import { say, sayTrouble } from '../lib/say.mjs';
import { noisyPicture } from './lib/pictures.mjs';

const usage = `node scripts/faults/tree-model.mjs [--sequences 1000] [--length 50] [--seed N]

People drop, rename, move, replace and remove files in the inbox and behind Alice's back in the organized folder, take
things back, try again, close and open Alice, in random order. Whatever Alice does, no content may be lacking afterwards;
in the end every file has one outcome and the library says what lies where. A failure is shrunk to the shortest story.`;

const main = async () => {
  const { values } = parseArgs({
    options: {
      sequences: { type: 'string', default: '1000' },
      length: { type: 'string', default: '50' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return say(usage);
  const { acts, TreeModel } = await appModules.main('testing/tree-model');
  const [sequences, length, seed] = [values.sequences, values.length, values.seed].map(Number);
  say(`Seed ${seed}.`);
  const began = Date.now();
  let [done, lived] = [0, 0];
  const property = fc.asyncProperty(acts(length), async (sequence) => {
    const home = mkdtempSync(join(tmpdir(), 'alice-tree-'));
    try {
      await new TreeModel(home, (content) => noisyPicture(content, 24)).live(sequence);
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
    done += 1;
    lived += sequence.length;
    if (done % 100 === 0) say(`${done} stories, ${lived} acts, ${Math.round((Date.now() - began) / 1_000)} s`);
  });
  await fc.assert(property, { seed, numRuns: sequences, size: 'max', includeErrorInReport: true });
  say(`${done} stories with ${lived} acts, seed ${seed}, in ${Math.round((Date.now() - began) / 1_000)} s: 0 contents lost, every file with one outcome, 0 leftovers.`);
};

try {
  await main();
} catch (error) {
  sayTrouble(error);
  process.exitCode = 1;
}
