import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));
export const inRoot = (...parts) => join(root, ...parts);
export const inModules = (...parts) => inRoot('node_modules', ...parts);

/** What is expensive to fetch lives outside node_modules, so that reinstalling is quick. */
export const cacheFolder = () => {
  const configured = process.env.XDG_CACHE_HOME;
  return join(configured && isAbsolute(configured) ? configured : join(homedir(), '.cache'), 'alice-dev');
};

/** The folder in which the person typed the command: npm changes the working folder and keeps theirs in INIT_CWD. */
export const callersFolder = () =>
  (process.env.npm_lifecycle_event !== undefined && process.env.INIT_CWD) || process.cwd();
