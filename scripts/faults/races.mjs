#!/usr/bin/env node
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { say, sayTrouble } from '../lib/say.mjs';
import { bundleChild, startChild } from './lib/fault-child.mjs';
import { noisyPicture } from './lib/pictures.mjs';
import { contentsIn, filesBelow, must } from './lib/scenarios.mjs';

const usage = `node scripts/faults/races.mjs [--files 10000] [--workers 8]

As many hubs as there are workers, each with an inbox and a log of its own, file different pictures into one organized
folder at the same time, all under the same names. None may be written over: every content must be there in the end.`;

const main = async () => {
  const { values } = parseArgs({
    options: { files: { type: 'string', default: '10000' }, workers: { type: 'string', default: '8' }, help: { type: 'boolean', default: false } },
  });
  if (values.help) return say(usage);
  const [files, workers] = [values.files, values.workers].map(Number);
  const home = mkdtempSync(join(tmpdir(), 'alice-races-'));
  const inboxOf = (worker) => join(home, `inbox ${worker}`);
  for (let i = 0; i < files; i += 1) {
    const folder = join(inboxOf(i % workers), 'p');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${i}.png`), noisyPicture(i, 16));
  }
  const before = contentsIn(...Array.from({ length: workers }, (_, worker) => inboxOf(worker))).sort();
  await bundleChild();
  const began = Date.now();
  const organized = join(home, 'organized');
  const runs = await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      const child = await startChild(home);
      child.order({ inbox: inboxOf(worker), organized, data: join(home, `data ${worker}`), operation: 'copy', act: 'organize' });
      return child.ended;
    }),
  );
  for (const { code, stderr, outcome } of runs) {
    must(code === 0, `a hub ended with ${code}: ${stderr}; look at ${home}`);
    must(outcome.bugs.length === 0, `a hub reported ${outcome.bugs[0]}; look at ${home}`);
    must(outcome.setAside.length === 0, `${outcome.setAside[0]?.path} was set aside: ${outcome.setAside[0]?.message}; look at ${home}`);
  }
  const after = contentsIn(organized).sort();
  must(JSON.stringify(after) === JSON.stringify(before), `${before.length} pictures went in, ${after.length} are there; look at ${home}`);
  must(!filesBelow(organized).some((path) => path.includes('.alice-')), `something was left behind; look at ${home}`);
  rmSync(home, { recursive: true, force: true });
  say(`${files} pictures under the same names by ${workers} hubs at once, in ${Math.round((Date.now() - began) / 1_000)} s: ${after.length} contents there, 0 written over, 0 lost.`);
};

try {
  await main();
} catch (error) {
  sayTrouble(error);
  process.exitCode = 1;
}
