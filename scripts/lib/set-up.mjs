import { existsSync, readFileSync } from 'node:fs';
import { ensureBuild } from './build-app.mjs';
import { ensureElectron } from './electron-runtime.mjs';
import { hasNodeForScripts, nodeForScripts } from './node-for-scripts.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { inModules, inRoot } from './paths.mjs';
import { npm } from './run.mjs';
import { say, Trouble } from './say.mjs';
import { hashOf, readStamp, writeStamp } from './stamp.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';

const setupVersion = '1';
const stampPath = () => inModules('.alice-setup.json');
const platform = `${process.platform}-${process.arch}`;

const wantedPackages = () => hashOf(setupVersion, platform, readFileSync(inRoot('package-lock.json')));

const packagesAreThere = () =>
  ['electron-vite', 'vite', 'typescript', 'better-sqlite3', 'sharp'].every((name) => existsSync(inModules(name, 'package.json'))) &&
  hasNodeForScripts();

const packagesOf = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;

/** npm keeps its own record of what it installed; when that agrees with the lockfile, someone has run npm already. */
const npmHasInstalledThem = () => {
  const record = inModules('.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = packagesOf(record);
  return Object.entries(packagesOf(inRoot('package-lock.json'))).every(([path, { version, optional }]) =>
    path === '' || (installed[path] === undefined ? optional === true : installed[path].version === version));
};

const ensurePackages = async () => {
  const wanted = wantedPackages();
  if (packagesAreThere()) {
    if (readStamp(stampPath()).packages === wanted) return;
    if (npmHasInstalledThem()) return void writeStamp(stampPath(), { ...readStamp(stampPath()), packages: wanted });
  }
  await installPackages(wanted);
};

const installPackages = async (wanted) => {
  say('Installing the npm packages that package-lock.json names.');
  const env = { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: '1', PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' };
  const { code } = await npm(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: inRoot(), env });
  if (code !== 0) {
    throw new Trouble(`The npm packages could not be installed (npm ended with code ${code}; its words are above). Try again with: npm ci`);
  }
  nodeForScripts();
  writeStamp(stampPath(), { packages: wanted });
};

/**
 * Brings a fresh clone to where the app can run, and does nothing when it is there already.
 * `electron: false` leaves out the runtime and the system libraries, for what runs in plain Node.
 * `build: false` leaves out the build; `retryElectron` tries a download again that failed before.
 */
export const setUp = ({ electron = true, build = true, retryElectron = false } = {}) =>
  oneAtATime(async () => {
    await ensurePackages();
    if (electron) {
      await ensureSystemLibraries();
      const stamp = readStamp(stampPath());
      const runtime = await ensureElectron({ remembered: stamp.electron, retry: retryElectron });
      if (JSON.stringify(runtime) !== JSON.stringify(stamp.electron)) writeStamp(stampPath(), { ...stamp, electron: runtime });
    }
    if (build) await ensureBuild();
    return readStamp(stampPath());
  });
