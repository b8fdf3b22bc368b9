import { spawn } from 'node:child_process';
import { it, expect } from 'vitest';
import { inRoot } from '../lib/paths.mjs';

/** Runs a fault script in its short form. Resolves with its last line; every script ends with what it found. */
const run = (name, ...args) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [inRoot('scripts', 'faults', `${name}.mjs`), ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
    let words = '';
    child.stderr.setEncoding('utf8').on('data', (text) => (words += text));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(words.trim().split('\n').at(-1));
      else reject(new Error(words));
    });
  });

// Each in its short form: how often it must have struck for the run to prove anything, and what it must have found.
const scripts = [
  ['kills at every call', 'each-call', ['--scenario', 'move', '--on', 'same', '--changing', '--every', '40'], /^\d{2,} blows .*: 0 lost, 0 filed twice, 0 leftovers/],
  ['errors at every call', 'each-call', ['--fault', 'errors', '--scenario', 'move', '--on', 'same', '--thread', 'files', '--errors', 'EIO', '--every', '40'], /^\d+ blows .*: 0 lost, 0 filed twice, 0 leftovers/],
  ['power cuts', 'power-cut', ['--scenario', 'move', '--every', '90'], /^\d{2,} power cuts.*: 0 lost, 0 filed twice, 0 leftovers/],
  ['random kills of the hub', 'random-kills', ['--kills', '20', '--seed', '7'], /^20 kills .*: 0 files lost, 0 filed twice, 0 events lost or torn, 0 leftovers/],
  ['races for one name', 'races', ['--files', '160', '--workers', '4'], /: 160 contents there, 0 written over, 0 lost/],
  ['silent corruption', 'silent-corruption', ['--files', '20'], /: 20 caught before the original went, 0 lost; on an honest disk all 20 filed/],
];

it.for(scripts)('[A91] %s cost no file', { timeout: 120_000 }, async ([, name, args, expected], { skip }) => {
  const last = await run(name, ...args);
  // Where a machine lacks a tool or a right, the script says by name what it did not do.
  if (/^Skipped, [^:]+: .+/.test(last)) skip(last);
  expect(last).toMatch(expected);
});
