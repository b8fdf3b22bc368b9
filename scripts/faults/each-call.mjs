#!/usr/bin/env node
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { say, sayTrouble, Trouble } from '../lib/say.mjs';
import { callsOf } from './lib/calls-of.mjs';
import { withFileSystems } from './lib/file-systems.mjs';
import { bundleChild, startChild } from './lib/fault-child.mjs';
import { clear, folders, must, nothingLost, placeIn, prepare, recovered, saying, scenarios } from './lib/scenarios.mjs';
import { canTrace, trace } from './lib/strace.mjs';

const usage = `node scripts/faults/each-call.mjs [--fault kill|errors] [--scenario NAME] [--on NAME] [--every N]

Lets Alice do one thing, copy, move, take back …, and strikes at every single system call that it makes for files and
for its log: with --fault kill the process dies there (SIGKILL), with --fault errors the call fails with each of twenty
errors. Then Alice is started again, and everything must be as if nothing had happened.

  --scenario NAME  only this one: ${Object.keys(scenarios).join(', ')}
  --on NAME        only with organized files on this file system: same, tmpfs, exfat
  --thread NAME    only the calls of this thread: files, main (which writes the log)
  --changing       only calls that change something: before a call that reads, the disk is as after the call before it
  --errors NAMES   only these errors, separated by commas
  --every N        only every Nth call, for a short run`;

const errors = [
  'ENOSPC', 'EIO', 'EACCES', 'EPERM', 'EROFS', 'EXDEV', 'ENAMETOOLONG', 'EMFILE', 'ENFILE', 'EBUSY',
  'ETXTBSY', 'ELOOP', 'ENOENT', 'EEXIST', 'EISDIR', 'ENOTDIR', 'EFBIG', 'EDQUOT', 'ESTALE', 'EINTR',
];

/** Strikes once. Resolves with whether the blow fell: a run need not make the same calls each time. */
const strike = async (place, scenario, { thread, call, nth }, fault) => {
  const contents = await prepare(place, scenario);
  const child = await startChild(place.home);
  const tracer = await trace(child.threads[thread], [call], `${call}:${fault}:when=${nth}`);
  child.order({ ...folders(place), ...scenario.order });
  const late = setTimeout(() => { child.child.kill('SIGKILL'); }, 60_000);
  const { code, signal, stderr, outcome, told } = await child.ended;
  clearTimeout(late);
  await tracer.ended;
  const when = `after ${fault} at ${call} ${nth} of the ${thread} thread`;
  nothingLost(place, contents, when);
  if (fault.startsWith('error')) {
    must(signal === null, `it hung ${when}; look at ${place.home}`);
    // A hub that cannot begin says so and ends; what it must not do is end halfway through.
    must(code === 0 || stderr !== '', `it ended with ${code} ${when}; look at ${place.home}`);
    for (const { message } of outcome?.setAside ?? []) must(typeof message === 'string' && /^[A-Z].*[.!]$/s.test(message), `no sentence ${when}: ${message}`);
  }
  // What cannot be removed for an error stays, and the event says that the file was copied.
  await saying(when, () => recovered(place, scenario, contents, told, { mayKeep: fault.startsWith('error') }));
  return { fell: fault.startsWith('error') || signal === 'SIGKILL', code };
};

const main = async () => {
  const { values } = parseArgs({
    options: {
      fault: { type: 'string', default: 'kill' },
      scenario: { type: 'string' },
      on: { type: 'string' },
      thread: { type: 'string' },
      errors: { type: 'string', default: errors.join(',') },
      changing: { type: 'boolean', default: false },
      every: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return say(usage);
  if (!canTrace()) return say('Skipped, each system call: strace is not here or may not trace.');
  const faults = values.fault === 'kill' ? ['signal=SIGKILL'] : values.errors.split(',').map((name) => `error=${name}`);
  await bundleChild();
  const home = mkdtempSync(join(tmpdir(), 'alice-each-call-'));
  const began = Date.now();
  let [struck, missed, ended] = [0, 0, 0];
  await withFileSystems(values.on === undefined ? ['same', 'tmpfs', 'exfat'] : [values.on], async (kind, far) => {
    for (const [name, scenario] of Object.entries(scenarios)) {
      if (values.scenario !== undefined && values.scenario !== name) continue;
      const place = placeIn(home, far);
      const threads = values.thread === undefined ? ['main', 'files'] : [values.thread];
      const calls = (await callsOf(place, scenario, threads, place.home)).filter(({ changes }) => !values.changing || changes);
      const points = calls.filter((_, i) => i % Number(values.every) === 0);
      const before = struck;
      for (const point of points) {
        for (const fault of faults) {
          const { fell, code } = await strike(place, scenario, point, fault);
          if (fell) struck += 1;
          else missed += 1;
          if (fell && code !== 0 && code !== null) ended += 1;
        }
      }
      say(`${name}, ${kind}: ${points.length} calls, ${struck - before} blows, 0 lost, 0 filed twice, 0 leftovers`);
      clear(place);
    }
  });
  rmSync(home, { recursive: true, force: true });
  const seconds = Math.round((Date.now() - began) / 1_000);
  if (struck === 0) throw new Trouble('No blow fell: nothing is proven.');
  say(`${struck} blows (${values.fault}), ${missed} did not fall, ${ended} ended the run with a message; in ${seconds} s: 0 lost, 0 filed twice, 0 leftovers.`);
};

try {
  await main();
} catch (error) {
  sayTrouble(error);
  process.exitCode = 1;
}
