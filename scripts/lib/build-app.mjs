import { createHash } from 'node:crypto';
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeForScripts } from './node-for-scripts.mjs';
import { inModules, inRoot } from './paths.mjs';
import { run } from './run.mjs';
import { say, Trouble } from './say.mjs';
import { readStamp, writeStamp } from './stamp.mjs';

const stampPath = () => inRoot('out', '.alice-build.json');
const products = ['main/index.js', 'main/cli.js', 'preload/index.cjs', 'renderer/index.html'];
const inputs = ['src', 'CHANGELOG.md', 'electron.vite.config.ts', 'tsconfig.base.json', 'package.json', 'package-lock.json'];

const filesUnder = (path) => {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(path, entry.name)) : [join(path, entry.name)]))
    .filter((file) => !/\.test\.tsx?$/.test(file));
};

/** Changes whenever a source is edited, added, moved or removed; no file is read. */
const fingerprint = () => {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => filesUnder(inRoot(input))).sort()) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
};

/** Builds the app into out/ when a source is newer than what is there, or when `always` is set. */
export const ensureBuild = async ({ always = false } = {}) => {
  const sources = fingerprint();
  const isThere = products.every((product) => existsSync(inRoot('out', product)));
  if (!always && isThere && readStamp(stampPath()).sources === sources) return;
  say('Building the app.');
  rmSync(stampPath(), { force: true });
  const cli = inModules('electron-vite', 'bin', 'electron-vite.js');
  const { code, stdout, stderr } = await run(nodeForScripts(), [cli, 'build', '--logLevel', 'warn'], { capture: true, cwd: inRoot() });
  if (code !== 0) throw new Trouble(`The app does not build:\n${stdout}${stderr}`.trimEnd());
  await writeCommit();
  writeStamp(stampPath(), { sources });
};

/** Beside the build, what it was made of; nothing where the sources are no repository. */
const writeCommit = async () => {
  const git = (...args) => run('git', args, { capture: true, cwd: inRoot() });
  const [head, changes] = await Promise.all([git('rev-parse', '--short=12', 'HEAD'), git('status', '--porcelain', '--', 'src')]);
  const commit = head.code === 0 ? `${head.stdout.trim()}${changes.stdout.trim() === '' ? '' : ' and changes'}` : '';
  writeFileSync(inRoot('out', 'commit.txt'), commit);
};
