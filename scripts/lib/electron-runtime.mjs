import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureFallback, fallbackExecutable, fallbackFits, fallbackVersion } from './electron-fallback.mjs';
import { nodeForScripts } from './node-for-scripts.mjs';
import { inModules } from './paths.mjs';
import { lastLine, run } from './run.mjs';
import { progress, say, Trouble } from './say.mjs';

const stallLimit = 25_000;
const timeLimit = 15 * 60_000;

const ownVersion = () => JSON.parse(readFileSync(inModules('electron', 'package.json'), 'utf8')).version;

const ownExecutable = () => {
  try {
    const path = inModules('electron', 'dist', readFileSync(inModules('electron', 'path.txt'), 'utf8'));
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
};

/** The path of the Electron to run: current Electron where its download was reached, else the fallback. */
export const electronExecutable = () => {
  const path = ownExecutable() ?? (fallbackFits() && existsSync(fallbackExecutable()) ? fallbackExecutable() : undefined);
  if (path === undefined) throw new Trouble('There is no Electron runtime here yet. Run `npm run setup`.');
  return path;
};

/** What must stand on Electron's command line on this machine: Chromium has no sandbox as root, and looks for X11 first. */
export const electronLaunchArgs = () => {
  if (process.platform !== 'linux') return [];
  const isRoot = process.getuid() === 0;
  const onlyWayland = Boolean(process.env.WAYLAND_DISPLAY) && !process.env.DISPLAY;
  return [...(isRoot ? ['--no-sandbox'] : []), ...(onlyWayland ? ['--ozone-platform=wayland'] : [])];
};

/** The environment for Electron: ours without what would make it run as plain Node. */
export const electronEnvironment = (extra = {}) => {
  const { ELECTRON_RUN_AS_NODE: _asNode, NODE_OPTIONS: _options, ...env } = process.env;
  return { ...env, ...extra };
};

const sizeOf = (folder) =>
  readdirSync(folder, { recursive: true }).reduce((sum, name) => {
    try {
      const stats = statSync(join(folder, name));
      return stats.isFile() ? sum + stats.size : sum;
    } catch {
      return sum;
    }
  }, 0);

/** Electron's own installer, ended when its download stands still. Resolves with the reason when it failed. */
const downloadOwn = async () => {
  say(`Downloading Electron ${ownVersion()}.`);
  const folder = mkdtempSync(join(tmpdir(), 'alice-electron-'));
  const { ELECTRON_SKIP_BINARY_DOWNLOAD: _skip, ...env } = process.env;
  const shown = progress(`Electron ${ownVersion()}`);
  const started = Date.now();
  let grewAt = started;
  let size = 0;
  let stopped;
  let watch;
  const { code, stderr } = await run(nodeForScripts(), [inModules('electron', 'install.js')], {
    capture: true,
    env: { ...env, TMPDIR: folder, TEMP: folder, TMP: folder },
    onChild: (child) => {
      watch = setInterval(() => {
        const now = sizeOf(folder);
        if (now !== size) grewAt = Date.now();
        size = now;
        shown.at(size);
        if (Date.now() - grewAt > stallLimit && ownExecutable() === undefined) stopped = 'the download stood still';
        if (Date.now() - started > timeLimit) stopped = 'the download took too long';
        if (stopped) child.kill('SIGKILL');
      }, 500);
    },
  });
  clearInterval(watch);
  shown.end();
  rmSync(folder, { recursive: true, force: true });
  if (code === 0 && ownExecutable() !== undefined) return undefined;
  const cause = /^\s*(?:\[cause\]: )?\w*Error: (.+?)\s*\{?$/m.exec(stderr)?.[1];
  return stopped ?? cause ?? (lastLine(stderr) || `the installer ended with code ${code}`);
};

/**
 * Sees to it that there is an Electron to run. `remembered` is what an earlier call returned: a download that
 * failed is not tried again unless `retry` is set.
 */
export const ensureElectron = async ({ remembered, retry }) => {
  if (ownExecutable() !== undefined) return { kind: 'own', version: ownVersion() };
  let reason = retry ? undefined : remembered?.reason;
  const isNews = reason === undefined;
  if (isNews) {
    reason = await downloadOwn();
    if (reason === undefined) {
      say(`Electron ${ownVersion()} is ready.`);
      return { kind: 'own', version: ownVersion() };
    }
  }
  if (!fallbackFits()) {
    throw new Trouble(
      `Electron ${ownVersion()} could not be downloaded (${reason}), and there is no other runtime for ${process.platform}-${process.arch}. ` +
        'Allow the download, or set ELECTRON_MIRROR to a mirror that you can reach, and run `npm run setup -- --retry-electron`.',
    );
  }
  if (isNews) {
    say(
      `Electron ${ownVersion()} could not be downloaded (${reason}); using Electron ${fallbackVersion} for development instead ` +
        '(`npm run setup -- --retry-electron` tries again).',
    );
  }
  await ensureFallback();
  return { kind: 'fallback', version: fallbackVersion, reason };
};
