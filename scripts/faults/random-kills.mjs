#!/usr/bin/env node
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { say, sayTrouble } from '../lib/say.mjs';
import { bundleChild, startChild } from './lib/fault-child.mjs';
import { noisyPicture } from './lib/pictures.mjs';
import { contentsIn, filesBelow, folders, inTrash, logIsWhole, must, nothingLost, placeIn, runOrder, saying } from './lib/scenarios.mjs';
import { seededRandom } from '../lib/seeded-random.mjs';

const usage = `node scripts/faults/random-kills.mjs [--kills 2000] [--seed N]

A hub works off an inbox that keeps filling, with pictures, copies of them and sidecars, copies or moves, or takes
everything back, and is killed with SIGKILL at random moments. After each kill nothing may be lost; every twenty kills it
is let go to its end, and every file must be where it belongs, once.`;

const killsPerRound = 20;

const fill = ({ inbox }, random, from) => {
  const count = 4 + Math.floor(random() * 12);
  for (let i = from; i < from + count; i += 1) {
    const folder = join(inbox, `project ${i % 3}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${i}.png`), noisyPicture(i, 32));
    if (i % 5 === 0) writeFileSync(join(folder, `copy of ${i}.png`), noisyPicture(i, 32));
    if (i % 4 === 0) writeFileSync(join(folder, `${i}.txt`), `the prompt of picture ${i}`);
  }
  return from + count;
};

/** One library from empty to the end. Resolves with how many kills hit and how many files there were. */
const round = async (random, kills) => {
  const home = mkdtempSync(join(tmpdir(), 'alice-kills-'));
  const place = placeIn(home);
  const operation = random() < 0.5 ? 'copy' : 'move';
  const told = [];
  let [hit, next, undone] = [0, 1, false];
  mkdirSync(place.inbox);
  let contents = [];
  while (hit < kills) {
    if (!undone && random() < 0.7) next = fill(place, random, next);
    contents = [...new Set([...contents, ...contentsIn(place.inbox)])];
    undone ||= random() < 0.05;
    const child = await startChild(home);
    child.order({ ...folders(place), operation, act: undone ? 'undo' : 'organize' });
    const hurry = random() < 0.3;
    await Promise.race([delay(random() * (hurry ? 60 : 400)), child.ended]);
    child.child.kill('SIGKILL');
    const { signal, told: said, stderr } = await child.ended;
    must(stderr === '', `it said ${stderr}; look at ${home}`);
    told.push(...said);
    if (signal === 'SIGKILL') hit += 1;
    nothingLost(place, contents, `after kill ${hit}`);
  }
  const when = `${operation}${undone ? ', then undone' : ''}`;
  await saying(when, async () => {
    const { bugs, setAside } = await runOrder({ ...folders(place), operation, act: undone ? 'undo' : 'organize' });
    must(bugs.length === 0, `the last run reported ${bugs.join('; ')}; look at ${home}`);
    const aside = setAside.filter(({ reason }) => reason !== 'undone' && !(undone && reason === 'sidecar_alone'));
    must(aside.length === 0, `${aside[0]?.path} was set aside: ${aside[0]?.message}; look at ${home}`);
    nothingLost(place, contents, 'in the end');
    const organized = filesBelow(place.organized);
    must(!organized.some((path) => path.includes('.alice-') && !inTrash(path)), `something was left behind; look at ${home}`);
    const pictures = organized.filter((path) => path.endsWith('.png') && !inTrash(path));
    must(new Set(contentsIn(...pictures)).size === pictures.length, `a picture is filed twice; look at ${home}`);
    must(!undone || pictures.length === 0, `${pictures.length} pictures are still organized after everything was taken back; look at ${home}`);
    logIsWhole(place, told);
  });
  rmSync(home, { recursive: true, force: true });
  return { hit, files: next - 1, told: told.length };
};

const main = async () => {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '2000' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return say(usage);
  say(`Seed ${values.seed}.`);
  const random = seededRandom(Number(values.seed));
  await bundleChild();
  const began = Date.now();
  const sum = { hit: 0, files: 0, told: 0, rounds: 0 };
  while (sum.hit < Number(values.kills)) {
    const { hit, files, told } = await round(random, Math.min(killsPerRound, Number(values.kills) - sum.hit));
    sum.hit += hit;
    sum.files += files;
    sum.told += told;
    sum.rounds += 1;
    if (sum.rounds % 10 === 0) say(`${sum.hit} kills, ${sum.files} pictures, ${Math.round((Date.now() - began) / 1_000)} s`);
  }
  say(
    `${sum.hit} kills in ${sum.rounds} libraries with ${sum.files} pictures, ${sum.told} events that were told, in ` +
      `${Math.round((Date.now() - began) / 1_000)} s: 0 files lost, 0 filed twice, 0 events lost or torn, 0 leftovers.`,
  );
};

try {
  await main();
} catch (error) {
  sayTrouble(error);
  process.exitCode = 1;
}
