import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { speak } from '@shared/language/language';
import { app } from 'electron';
import { Languages } from './desktop/languages';
import { appFolderOf, parseLaunchOptions, programFolder } from './desktop/launch-options';
import { OpenedOutsideKeeper } from './desktop/opened-outside';

const outFolder = join(dirname(fileURLToPath(import.meta.url)), '..');
const resources = join(outFolder, '..', 'resources');
const launch = parseLaunchOptions(process.argv.slice(1), process.env['INIT_CWD'] ?? process.cwd());

app.setName('Alice');
// Each data folder has a window state, and an instance lock, of its own.
const program = app.isPackaged ? programFolder(process) : null;
app.setPath('userData', appFolderOf(launch, { appData: app.getPath('appData'), program }));
// The system tells of what Alice was opened with before anything else is loaded.
const opened = new OpenedOutsideKeeper(app);

const languages = new Languages(app.getPath('userData'), join(resources, 'languages'), () => app.getPreferredSystemLanguages());
speak(languages.spoken, languages.all);

// Titles of tables are made while modules are loaded, so the language stands before they are.
const { openApp } = await import('./desktop/app');
openApp({ launch, outFolder, resources, languages, opened });
