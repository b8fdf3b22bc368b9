/**
 * Alice as Playwright's `_electron.launch` opens her. A window that comes while Playwright is still attaching is now and then
 * seen by neither of the two, and the launch waits for ever although the app is there. So the app becomes ready only afterwards.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { app } from 'electron';

const root = new URL('../../../', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
app.setVersion(version);
// As if the root had been named: what is looked for beside the app is there.
app.setAppPath(fileURLToPath(root));

const ready = app.whenReady();
// Playwright calls this once it has attached.
const attached = new Promise((resolve) => { globalThis.__playwright_run = resolve; });
app.whenReady = async () => {
  await attached;
  return ready;
};

await import(new URL('out/main/index.js', root).href);
