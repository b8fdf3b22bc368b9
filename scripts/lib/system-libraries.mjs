import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';
import { say, Trouble } from './say.mjs';

/** What Electron loads from the system, with the Debian package that brings it. */
const libraries = {
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnss3.so': 'libnss3',
  'libasound.so.2': 'libasound2',
  'libgbm.so.1': 'libgbm1',
  'libXss.so.1': 'libxss1',
  'libXtst.so.6': 'libxtst6',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libdrm.so.2': 'libdrm2',
  'libcups.so.2': 'libcups2',
};

const triplet = { x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu', arm: 'arm-linux-gnueabihf' }[process.arch];
const folders = [`/usr/lib/${triplet}`, `/lib/${triplet}`, '/usr/lib64', '/lib64', '/usr/lib', '/usr/local/lib'];

const isRunnable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
const onPath = (name) => (process.env.PATH ?? '').split(delimiter).some((folder) => folder && isRunnable(join(folder, name)));

export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

const missingPackages = () => {
  const missing = Object.entries(libraries)
    .filter(([file]) => !folders.some((folder) => existsSync(join(folder, file))))
    .map(([, name]) => name);
  return hasDisplay() || onPath('Xvfb') ? missing : [...missing, 'xvfb'];
};

/** Newer Debian and Ubuntu renamed some packages with the ending `t64`; take the name that this system offers. */
const offeredNames = async (names) => {
  const both = names.flatMap((name) => [`${name}t64`, name]);
  const { stdout } = await run('apt-cache', ['policy', ...both], { capture: true, env: { ...process.env, LC_ALL: 'C' } });
  const offered = new Set();
  for (const [, name, candidate] of stdout.matchAll(/^(\S+):\n(?: .*\n)*? {2}Candidate: (\S+)/gm)) {
    if (candidate !== '(none)') offered.add(name);
  }
  return names.map((name) => (offered.has(`${name}t64`) ? `${name}t64` : name));
};

const prefixForRoot = async () => {
  if (process.getuid() === 0) return [];
  const { code } = await run('sudo', ['-n', 'true'], { capture: true });
  return code === 0 ? ['sudo', '-n'] : undefined;
};

/** Installs the system libraries that Electron needs where that is possible, and says the command where it is not. */
export const ensureSystemLibraries = async () => {
  if (process.platform !== 'linux') return;
  const missing = missingPackages();
  if (missing.length === 0) return;
  if (!onPath('apt-get')) {
    say(`Electron needs system libraries that were not found; the packages are called, in Debian's words: ${missing.join(' ')}.`);
    return;
  }
  const prefix = await prefixForRoot();
  const apt = (...args) => {
    const [command, ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args];
    return run(command, rest, { capture: true });
  };
  const byHand = (names) => `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names.join(' ')}`;
  if (prefix === undefined) {
    throw new Trouble(`Electron needs system libraries, and installing them needs root. Run: ${byHand(await offeredNames(missing))}`);
  }
  say(`Installing system packages: ${missing.join(' ')}.`);
  const update = await apt('update');
  const names = await offeredNames(missing);
  const install = await apt('install', '-y', '--no-install-recommends', ...names);
  if (install.code === 0) return;
  const reason = (install.stderr || update.stderr).split('\n').find((line) => line.startsWith('E: '))?.slice(3);
  throw new Trouble(
    `The system packages could not be installed (${reason ?? `apt-get ended with code ${install.code}`}). Once that is mended, run: ${byHand(names)}`,
  );
};
