import { chmodSync, constants, copyFileSync, existsSync, linkSync, lstatSync, mkdirSync, mkdtempSync } from 'node:fs';
import { readdirSync, readFileSync, readlinkSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fallbackVersion } from './electron-fallback.mjs';
import { electronExecutable } from './electron-runtime.mjs';
import { inModules } from './paths.mjs';
import { hashOf } from './stamp.mjs';

/** The golden list: how each fuse of a runtime that people get must stand. Packaging sets all of them. */
export const fuses = [
  { name: 'RunAsNode', on: false },
  { name: 'EnableCookieEncryption', on: true },
  { name: 'EnableNodeOptionsEnvironmentVariable', on: false },
  { name: 'EnableNodeCliInspectArguments', on: false },
  { name: 'EnableEmbeddedAsarIntegrityValidation', on: true, needsArchive: true },
  { name: 'OnlyLoadAppFromAsar', on: true, needsArchive: true },
  { name: 'LoadBrowserProcessSpecificV8Snapshot', on: false },
  { name: 'GrantFileProtocolExtraPrivileges', on: false },
  { name: 'WasmTrapHandlers', on: true, newer: true },
];

const fuseTool = async () => {
  const path = createRequire(import.meta.url).resolve('@electron/fuses', { paths: [inModules()] });
  return (await import(pathToFileURL(path).href)).default;
};

const on = '1'.charCodeAt(0);
const off = '0'.charCodeAt(0);

export const fusesOf = async (executable) => {
  const { getCurrentFuseWire, FuseV1Options } = await fuseTool();
  const { version: _version, ...wire } = await getCurrentFuseWire(executable);
  const stateOf = (mark) => (mark === on ? true : mark === off ? false : undefined);
  const known = Object.entries(wire).filter(([index]) => FuseV1Options[index] !== undefined);
  return Object.fromEntries(known.map(([index, mark]) => [FuseV1Options[index], stateOf(mark)]));
};

const setFuses = async (executable) => {
  const { flipFuses, FuseVersion, FuseV1Options } = await fuseTool();
  const there = await fusesOf(executable);
  const now = fuses.filter(({ name, needsArchive, newer }) => !needsArchive && (!newer || name in there));
  const states = Object.fromEntries(now.map(({ name, on: state }) => [FuseV1Options[name], state]));
  await flipFuses(executable, { version: FuseVersion.V1, resetAdHocDarwinSignature: process.platform === 'darwin', ...states });
};

const ownFolder = () => inModules('electron', 'dist');
const runtimeFolder = (executable) => (executable.startsWith(ownFolder()) ? ownFolder() : dirname(executable));
const versionOf = (folder) => (folder === ownFolder() ? readFileSync(join(folder, 'version'), 'utf8').trim() : fallbackVersion);

const linkOrCopy = (source, target) => {
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target, constants.COPYFILE_FICLONE);
  }
};

/** On macOS, fuses and signature lie in more files than the executable: a link would carry them back into the original. */
const mayLink = (path, executable) => process.platform !== 'darwin' && path !== executable;

const copyRuntime = (source, target, executable) => {
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(source)) {
    const from = join(source, name);
    const to = join(target, name);
    const stats = lstatSync(from);
    if (stats.isDirectory()) copyRuntime(from, to, executable);
    else if (stats.isSymbolicLink()) symlinkSync(readlinkSync(from), to);
    else if (mayLink(from, executable)) linkOrCopy(from, to);
    else {
      copyFileSync(from, to, constants.COPYFILE_FICLONE);
      chmodSync(to, stats.mode);
    }
  }
};

/** A making that was interrupted leaves its folder behind; one that was touched within the hour may still be at work. */
const removeLeftovers = (cache) => {
  for (const name of readdirSync(cache).filter((entry) => entry.startsWith('making-'))) {
    const folder = join(cache, name);
    if (Date.now() - statSync(folder).mtimeMs > 3_600_000) rmSync(folder, { recursive: true, force: true });
  }
};

/** A copy of the runtime with its fuses set, made once. It appears under its name only when it is complete. */
export const ensureFusedRuntime = async () => {
  const original = electronExecutable();
  const folder = runtimeFolder(original);
  const { size, mtimeMs } = statSync(original);
  const cache = inModules('.cache', 'fused-electron');
  const target = join(cache, `${versionOf(folder)}-${hashOf(original, String(size), String(mtimeMs), JSON.stringify(fuses))}`);
  const executable = join(target, relative(folder, original));
  if (existsSync(executable)) return { kind: 'ready', executable };

  let draft;
  try {
    try {
      mkdirSync(cache, { recursive: true });
      removeLeftovers(cache);
      draft = mkdtempSync(join(cache, 'making-'));
      copyRuntime(folder, join(draft, 'runtime'), original);
    } catch (error) {
      return { kind: 'impossible', reason: `The Electron runtime could not be copied to ${cache}: ${error.message}.` };
    }
    await setFuses(join(draft, 'runtime', relative(folder, original)));
    try {
      renameSync(join(draft, 'runtime'), target);
    } catch (error) {
      if (!existsSync(executable)) throw error;
    }
  } finally {
    if (draft !== undefined) rmSync(draft, { recursive: true, force: true });
  }
  return { kind: 'ready', executable };
};
