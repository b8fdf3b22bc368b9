/**
 * What Electron's own default app does, for a runtime that has none: take the app folder from the command line,
 * take on its name and version, and import its main. It is an ES module with `await import` at top level because
 * Electron then holds back `ready` until the app's main is evaluated; from CommonJS, privileged schemes come too late.
 */
import { readFileSync } from 'node:fs';
import Module, { createRequire, register } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const folderArgument = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (folderArgument === undefined) {
  process.stderr.write('Name the app folder: electron APP_FOLDER [arguments]\n');
  process.exit(2);
}
const folder = resolve(folderArgument);
const description = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const name = description.productName ?? description.name;

process.defaultApp = true;
app.setName(name);
if (description.version) app.setVersion(description.version);
app.setAppPath(folder);
if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(app.getPath('appData'), name));

// The app's own better-sqlite3 needs a newer Node-API than this runtime has; a build for this one lies beside us.
const sqlite = createRequire(import.meta.url).resolve('better-sqlite3');
const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  return request === 'better-sqlite3' ? sqlite : resolveFilename.call(this, request, ...rest);
};
register('./redirect.mjs', import.meta.url, { data: { 'better-sqlite3': pathToFileURL(sqlite).href } });

try {
  await import(pathToFileURL(resolve(folder, description.main ?? 'index.js')).href);
} catch (error) {
  // Electron would open a box and wait for a click, which on a virtual screen nobody can give.
  process.stderr.write(`The app failed while it was loading:\n${error?.stack ?? error}\n`);
  app.exit(1);
}
