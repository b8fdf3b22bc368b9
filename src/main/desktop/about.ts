import type { UpdatesState } from '@shared/ipc/update-calls';
import { t } from '@shared/language/language';
import { app, BrowserWindow, clipboard, dialog } from 'electron';
import { versionsInWords, versionsOfApp } from './system-app-versions';

const model = t(
  'Stars come from BRISQUE: A. Mittal, A. K. Moorthy, A. C. Bovik, “No-Reference Image Quality Assessment in the Spatial Domain”, IEEE Transactions on Image Processing 21(12), 2012. © 2011 The University of Texas at Austin. The model is OpenCV’s (Apache-2.0), trained on the LIVE database.',
);

function versions(): string {
  const { commit, electron, chromium, node, sqlite, libvips } = versionsOfApp();
  return `${t('Built of {commit}', { commit })}. Electron ${electron}, Chromium ${chromium}, Node.js ${node}, SQLite ${sqlite}, libvips ${libvips}`;
}

/** What the system's own box says, where it has one. */
export function setAboutPanel(): void {
  app.setAboutPanelOptions({
    applicationName: app.name, applicationVersion: app.getVersion(), version: versions(), copyright: t('MIT licence'),
    credits: `${model}\n\n${t('Third-party notices: Help, Third-Party Notices.')}`,
  });
}

/** Says which versions run, whether there is a newer one and whose work is in them, and leads to the notices. */
export async function showAbout(found: UpdatesState['found'], openNotices: () => void): Promise<void> {
  const newer = found && t('Alice {version} can be had on {host}: Settings, About.', { version: found.version, host: found.host });
  const box = {
    type: 'info' as const,
    title: t('About {name}', { name: app.name }),
    message: `${app.name} ${app.getVersion()}`,
    detail: [newer, versions(), model].filter((each) => each !== null).join('\n\n'),
    buttons: [t('Close'), t('Third-Party Notices'), t('Copy Versions')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
  const owner = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  const { response } = await (owner === undefined ? dialog.showMessageBox(box) : dialog.showMessageBox(owner, box));
  if (response === 1) openNotices();
  if (response === 2) void clipboard.writeText(versionsInWords(versionsOfApp()));
}
