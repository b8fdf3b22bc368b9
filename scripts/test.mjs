import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { onParentGone } from './lib/parent-gone.mjs';
import { say, sayTrouble, Trouble } from './lib/say.mjs';
import { setUp } from './lib/set-up.mjs';
import { stages } from './lib/stages.mjs';

const names = Object.keys(stages);
const usage = `npm test [-- --only STAGES [arguments]]

Sets up what is missing, then runs every check and prints a table: ${names.join(', ')}.

  --only STAGES   one or more of them, separated by commas; further arguments go to vitest or Playwright,
                  for example: npm test -- --only unit src/main/bus`;

const title = (text) => say(`\n── ${text} ${'─'.repeat(Math.max(0, 70 - text.length))}\n`);
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** The tool that runs now, so that a signal to us ends it too. */
let current;
const endEverything = (code) => () => {
  current?.kill('SIGTERM');
  process.exit(code);
};

const runStage = async (name, context) => {
  title(name);
  const started = Date.now();
  let counts = { passed: 0, failed: 1, skipped: 0 };
  try {
    counts = await stages[name](context);
  } catch (error) {
    sayTrouble(error);
  }
  return { name, ...counts, time: seconds(started) };
};

const printTable = (rows) => {
  title('result');
  for (const { name, passed, failed, skipped, time } of rows) {
    const numbers = `${String(passed).padStart(5)} passed ${String(failed).padStart(5)} failed ${String(skipped).padStart(5)} skipped`;
    say(`  ${failed > 0 ? '✗' : '✓'} ${name.padEnd(6)} ${numbers} ${time.padStart(9)}`);
  }
  for (const { troubles = [], flaky = [] } of rows) {
    for (const { name, why } of flaky) say(`\n  passed only at the second try: ${name}\n${indented(why)}`);
    for (const { name, why } of troubles) say(`\n  failed: ${name}\n${indented(why)}`);
  }
  say('');
};

const indented = (text) => text.replaceAll(/^/gm, '      ');

const chosenStages = (only) => {
  const chosen = only === undefined ? names : only.split(',');
  const unknown = chosen.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Trouble(`There is no stage called "${unknown}". The stages are: ${names.join(', ')}.`);
  return chosen;
};

const test = async () => {
  const { values, positionals } = parseArgs({
    options: { only: { type: 'string' }, help: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  if (values.help) {
    say(usage);
    return 0;
  }
  const chosen = chosenStages(values.only);
  await setUp({ electron: false, build: false });
  const reports = mkdtempSync(join(tmpdir(), 'alice-test-'));
  try {
    const context = { reports, args: values.only === undefined ? [] : positionals, onChild: (child) => (current = child) };
    const rows = [];
    for (const name of chosen) {
      rows.push(await runStage(name, context));
      if (name === 'build') context.isBuilt = rows.at(-1).failed === 0;
    }
    printTable(rows);
    const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
    const line = `${sum('passed')} passed, ${sum('failed')} failed`;
    process.stdout.write(`${line}\n`);
    if (process.env.ALICE_TEST_SUMMARY) writeFileSync(process.env.ALICE_TEST_SUMMARY, `${line}\n`);
    return sum('failed') === 0 ? 0 : 1;
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
};

process.on('SIGINT', endEverything(130));
process.on('SIGTERM', endEverything(143));
onParentGone(endEverything(143));

try {
  process.exitCode = await test();
} catch (error) {
  sayTrouble(error);
  process.exitCode = 1;
}
