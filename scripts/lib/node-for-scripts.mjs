import { existsSync } from 'node:fs';
import { inModules } from './paths.mjs';
import { Trouble } from './say.mjs';

/** better-sqlite3 speaks Node-API 10, which came with Node 22.14 and 23.6; older ones crash when they load it. */
const speaksNodeApi10 = () => Number(process.versions.napi) >= 10;

const bundled = () => inModules('node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

export const hasNodeForScripts = () => speaksNodeApi10() || existsSync(bundled());

/** The path of a Node that can load the native modules: this one when it is new enough, else the one that npm installed. */
export const nodeForScripts = () => {
  if (speaksNodeApi10() && existsSync(process.execPath)) return process.execPath;
  if (existsSync(bundled())) return bundled();
  throw new Trouble(
    `Alice needs Node 22.14 or later and this is ${process.version}; the one that npm installs beside it is missing. ` +
      'Run `npm rebuild node`, or install a newer Node.',
  );
};
