import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ensureBuild } from './build-app.mjs';
import { startVirtualScreen } from './display.mjs';
import { nodeForScripts } from './node-for-scripts.mjs';
import { inModules, inRoot } from './paths.mjs';
import { run } from './run.mjs';
import { Trouble } from './say.mjs';
import { setUp } from './set-up.mjs';
import { hasDisplay } from './system-libraries.mjs';

/** The parts of `npm test`, in order. Each resolves with how many tests passed, failed and were skipped. */

const tool = (path, args, { env, onChild }) =>
  run(nodeForScripts(), [inModules(...path.split('/')), ...args], { cwd: inRoot(), env: { ...process.env, ...env }, onChild });

const one = (code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 });

const readReport = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
};

/** A stage that ended badly has failed, also when its report names no failed test or there is no report. */
const honest = (counts, code) => (code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts);

/** The first lines of what a test says when it fails. */
const firstLines = (text = '') => stripVTControlCharacters(text).split('\n').filter((line) => !line.includes('node_modules')).slice(0, 12).join('\n');

const vitestCounts = (report, stray = []) => {
  if (report === undefined) return { passed: 0, failed: 0, skipped: 0, troubles: stray };
  const broken = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0);
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const troubleOf = ({ fullName, failureMessages }) => ({ name: fullName, why: firstLines(failureMessages?.[0]) });
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
    troubles: [
      ...stray.map(({ name, why }) => ({ name: `outside of any test (${name})`, why: firstLines(why) })),
      ...broken.map(({ name, message }) => ({ name, why: firstLines(message) })),
      ...tests.filter(({ status }) => status === 'failed').map(troubleOf),
    ],
    // What failed first and passed at its second try keeps the first failure's words.
    flaky: tests.filter(({ status, failureMessages }) => status === 'passed' && failureMessages?.length > 0).map(troubleOf),
  };
};

const playwrightCounts = (report) => {
  if (report === undefined) return { passed: 0, failed: 0, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  const specs = report.suites.flatMap(specsOf);
  const of = (status) => specs.flatMap(({ title, tests }) => tests.filter((test) => test.status === status).map(troubleIn(title)));
  return { passed: expected + flaky, failed: unexpected + report.errors.length, skipped, troubles: of('unexpected'), flaky: of('flaky') };
};

const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)];

const troubleIn = (name) => ({ results }) => ({ name, why: firstLines(results.find(({ error }) => error)?.error.message) });

const types = async (context) => one((await tool('typescript/bin/tsc', ['-b', '--pretty'], context)).code);

const lint = async (context) => {
  const cache = inModules('.cache', 'eslint', '/');
  return one((await tool('eslint/bin/eslint.js', ['.', '--max-warnings', '0', '--cache', '--cache-location', cache], context)).code);
};

const unit = async ({ reports, args, ...context }) => {
  const report = join(reports, 'unit.json');
  const stray = join(reports, 'stray.json');
  const { code } = await tool('vitest/vitest.mjs', ['run', ...args], { ...context, env: { ALICE_UNIT_REPORT: report, ALICE_STRAY_ERRORS: stray } });
  return honest(vitestCounts(readReport(report), readReport(stray)), code);
};

const build = async () => {
  await ensureBuild({ always: true });
  return { passed: 0, failed: 0, skipped: 0 };
};

const e2e = async ({ reports, args, isBuilt, ...context }) => {
  if (isBuilt === false) throw new Trouble('The end-to-end tests were not run, because the app does not build.');
  await setUp();
  const report = join(reports, 'e2e.json');
  // A window has the focus of its screen, so those that are open at once have one each. A person's own screen shows one at a time.
  const screens = hasDisplay() ? [] : await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, startVirtualScreen));
  try {
    const displays = screens.map(({ display }) => display);
    const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report, ...(displays.length > 0 && { DISPLAY: displays[0], ALICE_SCREENS: displays.join(' ') }) };
    const { code } = await tool('@playwright/test/cli.js', ['test', ...args], { ...context, env });
    return honest(playwrightCounts(readReport(report)), code);
  } finally {
    await Promise.all(screens.map(({ end }) => end()));
  }
};

export const stages = { types, lint, unit, build, e2e };
