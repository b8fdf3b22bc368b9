import { join } from 'node:path';
import { app, crashReporter } from 'electron';
import { CrashReports } from './crash-reports';

/** Has crashes written down in a folder, also those of Electron itself, of which a memory dump is left. Nothing is sent anywhere. */
export function startCrashReports(folder: string, appFolder: string): CrashReports {
  const { electron, chrome, node } = process.versions;
  const crashes = new CrashReports({ folder, appFolder, versions: { alice: app.getVersion(), electron, chromium: chrome, node } });
  try {
    app.setPath('crashDumps', join(folder, 'dumps'));
    crashReporter.start({ uploadToServer: false, submitURL: '', compress: false });
  } catch {
    // Without Electron's own reporter there are no memory dumps; the reports are written all the same.
  }
  return crashes;
}
