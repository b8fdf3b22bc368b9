import { resolve } from 'node:path';
import { startVirtualScreen } from './lib/display.mjs';
import { openApp } from './lib/open-app.mjs';
import { callersFolder } from './lib/paths.mjs';
import { say, sayTrouble, Trouble } from './lib/say.mjs';
import { setUp } from './lib/set-up.mjs';
import { hasDisplay } from './lib/system-libraries.mjs';

const usage = `npm start [-- options]

Sets up what is missing, then opens Alice.

  --inbox DIR       the folder to watch for new pictures and videos
  --organized DIR   the folder to file them in
  --data DIR        where Alice keeps its log and settings
  --safe-mode       start paused, without sources, quality stages, tray and own keys
  --sample          start with a sample inbox, to look around
  --help            this text

Other options go to the app as they are. Without a display (on Linux) Alice runs on a virtual screen,
takes its default folders and prints its events here.`;

const folderOptions = ['--inbox', '--organized', '--data', '--user-data-dir'];

/** Folders are meant relative to where the person stands, not to where npm runs the script. */
const withAbsoluteFolders = (args) => {
  const result = [];
  for (let i = 0; i < args.length; i += 1) {
    const [name, ...rest] = args[i].split('=');
    if (!folderOptions.includes(name)) {
      result.push(args[i]);
      continue;
    }
    const folder = rest.length > 0 ? rest.join('=') : args[(i += 1)];
    if (!folder || (rest.length === 0 && folder.startsWith('--'))) throw new Trouble(`${name} needs a folder, for example: ${name} ./pictures`);
    const absolute = resolve(callersFolder(), folder);
    // Chromium knows its own switch in one piece only.
    result.push(...(name === '--user-data-dir' ? [`${name}=${absolute}`] : [name, absolute]));
  }
  return result;
};

const start = async () => {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  const appArgs = withAbsoluteFolders(args);
  await setUp();
  if (hasDisplay()) return openApp(appArgs);

  const screen = await startVirtualScreen();
  say(`There is no display here, so Alice runs on a virtual screen (${screen.display}) and prints its events; Ctrl+C ends it.`);
  try {
    return await openApp([...appArgs, '--print-events', '--accept-defaults'], { DISPLAY: screen.display });
  } finally {
    await screen.end();
  }
};

try {
  process.exitCode = await start();
} catch (error) {
  sayTrouble(error);
  process.exitCode = 1;
}
