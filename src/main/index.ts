import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { speak } from '@shared/language/language';
import { app } from 'electron';
import { Languages } from './desktop/languages';
import { parseLaunchOptions } from './desktop/launch-options';

const outFolder = join(dirname(fileURLToPath(import.meta.url)), '..');
const resources = join(outFolder, '..', 'resources');
const launch = parseLaunchOptions(process.argv.slice(1), process.env['INIT_CWD'] ?? process.cwd());

app.setName('Alice');
// Each data folder has a window state, and an instance lock, of its own.
app.setPath('userData', launch.data === null ? join(app.getPath('appData'), 'Alice') : join(launch.data, 'window'));

const languages = new Languages(app.getPath('userData'), join(resources, 'languages'), () => app.getPreferredSystemLanguages());
speak(languages.spoken, languages.all);

// Titles of tables are made while modules are loaded, so the language stands before they are.
const { openApp } = await import('./desktop/app');
openApp({ launch, outFolder, resources, languages });
