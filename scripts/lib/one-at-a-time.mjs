import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './paths.mjs';
import { say } from './say.mjs';
import { hashOf } from './stamp.mjs';

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

const holderOf = (lock) => {
  try {
    return Number(readFileSync(join(lock, 'pid'), 'utf8'));
  } catch {
    return undefined;
  }
};

/** Two commands started at once must not install or build over each other: the second waits for the first. */
export const oneAtATime = async (work) => {
  const lock = join(tmpdir(), `alice-setup-${userInfo().uid}-${hashOf(root)}`);
  let waits = 0;
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const holder = holderOf(lock);
      // A lock without a name is one being made just now, or one left by a crash in that instant.
      if (holder === undefined ? waits > 20 : !isAlive(holder)) rmSync(lock, { recursive: true, force: true });
      if (waits === 10) say('Another Alice command is setting up in this folder; waiting for it.');
      waits += 1;
      await sleep(100);
    }
  }
  const release = () => rmSync(lock, { recursive: true, force: true });
  process.once('exit', release);
  try {
    writeFileSync(join(lock, 'pid'), String(process.pid));
    return await work();
  } finally {
    process.removeListener('exit', release);
    release();
  }
};
