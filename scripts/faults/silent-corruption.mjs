#!/usr/bin/env node
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { inRoot } from '../lib/paths.mjs';
import { say, sayTrouble } from '../lib/say.mjs';
import { withOwnMounts } from './lib/own-mounts.mjs';
import { noisyPicture } from './lib/pictures.mjs';
import { contentsIn, filesBelow, inTrash, must, runOrder } from './lib/scenarios.mjs';

const usage = `node scripts/faults/silent-corruption.mjs [--files 1000]

Moves pictures to a disk that turns one bit in every copy without saying so. Every one must be noticed before the original
goes: nothing may be organized, every original must be there. Then the disk is honest, and everything must be filed.`;

const python = '/usr/bin/python3';

/** Mounts the lying disk. Resolves with its end, or with what this machine lacks. */
const mountLiar = async (behind, at) => {
  if (spawnSync(python, ['-c', 'import fusepy']).status !== 0) return { problem: 'python3-fusepy is not here' };
  const server = spawn(python, [inRoot('scripts', 'faults', 'lib', 'flipping_fs.py'), behind, at], { stdio: ['ignore', 'ignore', 'pipe'] });
  let words = '';
  server.stderr.setEncoding('utf8').on('data', (text) => (words += text));
  for (let tries = 0; statSync(at).dev === statSync(behind).dev; tries += 1) {
    if (server.exitCode !== null || tries > 100) return { problem: words.trim().split('\n').at(-1) || 'FUSE is not here' };
    await delay(50);
  }
  return { problem: null, end: () => spawnSync('umount', ['-l', at]) };
};

const main = async () => {
  const { values } = parseArgs({ options: { files: { type: 'string', default: '1000' }, help: { type: 'boolean', default: false } } });
  if (values.help) return say(usage);
  withOwnMounts('silent corruption');
  const files = Number(values.files);
  const home = mkdtempSync(join(tmpdir(), 'alice-silent-'));
  const [inbox, behind, at] = ['inbox', 'behind', 'disk'].map((name) => join(home, name));
  for (const folder of [join(inbox, 'p'), behind, at]) mkdirSync(folder, { recursive: true });
  for (let i = 0; i < files; i += 1) writeFileSync(join(inbox, 'p', `${i}.png`), noisyPicture(i, 32));
  const before = contentsIn(inbox).sort();
  const liar = await mountLiar(behind, at);
  if (liar.problem !== null) return say(`Skipped, silent corruption: ${liar.problem}`);
  const began = Date.now();
  try {
    const order = { inbox, organized: join(at, 'organized'), data: join(home, 'data'), operation: 'move', act: 'organize' };
    const lied = await runOrder(order);
    const caught = lied.setAside.filter(({ reason }) => reason === 'copy_differs').length;
    must(lied.bugs.length === 0, `it reported ${lied.bugs[0]}; look at ${home}`);
    must(caught === files, `${caught} of ${files} were caught: ${JSON.stringify(lied.setAside.find(({ reason }) => reason !== 'copy_differs'))}; look at ${home}`);
    must(JSON.stringify(contentsIn(inbox).sort()) === JSON.stringify(before), `an original is gone; look at ${home}`);
    must(filesBelow(behind).length === 0, `a damaged copy was kept; look at ${home}`);
    writeFileSync(join(behind, 'honest'), '');
    const honest = await runOrder({ ...order, act: 'retry' });
    must(honest.setAside.length === 0, `${honest.setAside[0]?.path} is still set aside: ${honest.setAside[0]?.message}; look at ${home}`);
    const organized = filesBelow(join(behind, 'organized')).filter((path) => !inTrash(path));
    must(JSON.stringify(contentsIn(...organized).sort()) === JSON.stringify(before), `not everything is organized; look at ${home}`);
    say(`${files} copies with one bit turned, in ${Math.round((Date.now() - began) / 1_000)} s: ${caught} caught before the original went, 0 lost; on an honest disk all ${organized.length} filed.`);
  } finally {
    liar.end();
  }
  rmSync(home, { recursive: true, force: true });
};

try {
  await main();
} catch (error) {
  sayTrouble(error);
  process.exitCode = 1;
}
process.exit();
