#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { say, sayTrouble, Trouble } from '../lib/say.mjs';
import { callsOf } from './lib/calls-of.mjs';
import { bundleChild, startChild } from './lib/fault-child.mjs';
import { withOwnMounts } from './lib/own-mounts.mjs';
import { clear, folders, must, nothingLost, placeIn, prepare, recovered, saying, scenarios } from './lib/scenarios.mjs';
import { canTrace, trace } from './lib/strace.mjs';

const usage = `node scripts/faults/power-cut.mjs [--file-system ext4|xfs] [--scenario NAME] [--every N]

Cuts the power at every call with which Alice changes a file, a folder or its log: everything lies on a file system of its
own, which is shut down at that moment (what was not made durable is gone), mounted again, and looked at. Then Alice is
started again, and everything must be as if nothing had happened.`;

const run = (program, ...args) => {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  return error ? error.message : status === 0 ? null : stderr.trim();
};
const mustRun = (...command) => {
  const problem = run(...command);
  must(problem === null, `${command.join(' ')}: ${problem}`);
};

const makers = {
  ext4: { size: '64M', make: (image) => run('mkfs.ext4', '-q', '-F', image) },
  xfs: { size: '320M', make: (image) => run('mkfs.xfs', '-q', '-f', image) },
};

/** A disk whose power can be cut. */
const disk = (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'alice-power-'));
  const [image, at] = [join(folder, 'image'), join(folder, 'at')];
  mkdirSync(at);
  const mount = () => run('mount', '-o', 'loop', image, at);
  const problem = run('truncate', '-s', makers[kind].size, image) ?? makers[kind].make(image) ?? mount() ?? run('xfs_io', '-x', '-c', 'help shutdown', at);
  return {
    at,
    problem,
    cut: () => { mustRun('xfs_io', '-x', '-c', 'shutdown', at); },
    /** Turns the power on again: the file system's own journal is replayed. */
    restore: async () => {
      for (let tries = 0; run('umount', at) !== null; tries += 1) {
        must(tries < 100, 'the disk could not be let go of');
        await delay(20);
      }
      const trouble = mount();
      must(trouble === null, `the disk could not be mounted again: ${trouble}`);
    },
    end: () => {
      run('umount', '-l', at);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const stateOf = (pid) => /\) (\w)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1];

const stopped = async (child, pid) => {
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) return false;
    if ('tT'.includes(stateOf(pid))) return true;
    await delay(2);
  }
};

const cutAt = async (power, place, scenario, { thread, call, nth }) => {
  const contents = await prepare(place, scenario);
  // What was there before the person began is on the disk.
  mustRun('sync', '-f', power.at);
  const child = await startChild('/');
  const tracer = await trace(child.threads[thread], [call], `${call}:signal=SIGSTOP:when=${nth}`);
  child.order({ ...folders(place), ...scenario.order });
  const fell = await stopped(child.child, child.threads.main);
  power.cut();
  child.child.kill('SIGKILL');
  const { told } = await child.ended;
  tracer.stop();
  await tracer.ended;
  await power.restore();
  const when = `after the power was cut at ${call} ${nth} of the ${thread} thread`;
  must(existsSync(place.inbox), `the inbox is gone ${when}`);
  nothingLost(place, contents, when);
  await saying(when, () => recovered(place, scenario, contents, told));
  return fell;
};

const main = async () => {
  const { values } = parseArgs({
    options: {
      'file-system': { type: 'string' },
      scenario: { type: 'string' },
      every: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return say(usage);
  withOwnMounts('power cuts');
  if (!canTrace()) return say('Skipped, power cuts: strace is not here or may not trace.');
  await bundleChild();
  const began = Date.now();
  let [cuts, missed] = [0, 0];
  for (const kind of values['file-system'] === undefined ? Object.keys(makers) : [values['file-system']]) {
    const power = disk(kind);
    try {
      if (power.problem !== null) {
        say(`Skipped, power cuts on ${kind}: ${power.problem.split('\n').at(-1)}`);
        continue;
      }
      for (const [name, scenario] of Object.entries(scenarios)) {
        if (values.scenario !== undefined && values.scenario !== name) continue;
        const place = placeIn(power.at);
        const points = (await callsOf(place, scenario, ['main', 'files'], '/')).filter(({ changes }) => changes).filter((_, i) => i % Number(values.every) === 0);
        for (const point of points) {
          if (await cutAt(power, place, scenario, point)) cuts += 1;
          else missed += 1;
        }
        say(`${name}, ${kind}: ${points.length} cuts, 0 lost, 0 acknowledged events lost, 0 leftovers`);
        clear(place);
      }
    } finally {
      power.end();
    }
  }
  if (cuts === 0) throw new Trouble('No cut fell: nothing is proven.');
  say(`${cuts} power cuts, ${missed} came after the end; in ${Math.round((Date.now() - began) / 1_000)} s: 0 lost, 0 filed twice, 0 leftovers.`);
};

try {
  await main();
} catch (error) {
  sayTrouble(error);
  process.exitCode = 1;
}
