import { parseArgs } from 'node:util';
import { electronExecutable } from './lib/electron-runtime.mjs';
import { nodeForScripts } from './lib/node-for-scripts.mjs';
import { say, sayTrouble } from './lib/say.mjs';
import { setUp } from './lib/set-up.mjs';

const usage = `npm run setup [-- options]

Installs what a fresh clone needs: the npm packages, the Electron runtime, on Debian and Ubuntu the system
libraries, and builds the app. It does only what is not done yet.

  --retry-electron   try Electron's own download again after it failed
  --no-electron      only what the command line tool needs
  --no-build         do not build the app
  --help             this text`;

try {
  const { values } = parseArgs({
    options: {
      'retry-electron': { type: 'boolean', default: false },
      'no-electron': { type: 'boolean', default: false },
      'no-build': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    say(usage);
  } else {
    const { electron } = await setUp({ electron: !values['no-electron'], build: !values['no-build'], retryElectron: values['retry-electron'] });
    if (!values['no-electron']) {
      const which = electron.kind === 'own' ? "Electron's own build" : 'the development fallback';
      say(`Electron ${electron.version} (${which}): ${electronExecutable()}`);
    }
    say(`Node for the tools: ${nodeForScripts()}`);
    say('Everything is in place. Start the app with: npm start');
  }
} catch (error) {
  sayTrouble(error);
  process.exitCode = 1;
}
