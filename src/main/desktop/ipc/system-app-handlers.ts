import { join } from 'node:path';
import type { Handed, SystemAppAnswers } from '@shared/ipc/system-app-calls';
import { shell } from 'electron';
import { messageOf } from '../../kernel/report-bug';
import type { CrashReports } from '../crash-reports';
import { handOut, type OrganizedFiles } from '../drag-out';
import { copyFilesToClipboard, startDragOut } from '../drag-out-window';
import type { LogFiles } from '../log-files';
import { mainWindow } from '../main-window';
import type { SystemApp } from '../system-app';
import { versionsOfApp } from '../system-app-versions';
import { type Handlers, PersonalError } from './registry';

export interface AppOfSystem {
  readonly system: SystemApp;
  readonly files: OrganizedFiles;
  readonly logs: LogFiles;
  readonly crashes: CrashReports;
  readonly resources: string;
}

/** The app as a program among others: its health, its logs, and files that leave the window. */
export function systemAppHandlers({ system, files, logs, crashes, resources }: AppOfSystem): Pick<Handlers, keyof SystemAppAnswers> {
  const handed = async (hashes: readonly string[], hand: (files: readonly string[]) => Promise<void>): Promise<Handed> => {
    const found = await handOut(hashes, files);
    if (found.files.length === 0) throw new PersonalError(found.problems[0] ?? 'There is no file to hand out.');
    await hand(found.files);
    return { files: found.files.length, problems: found.problems };
  };
  const open = async (folder: string, what: string): Promise<null> => {
    const refusal = await shell.openPath(folder);
    if (refusal !== '') throw new PersonalError(`${what} could not be opened: ${refusal} They lie in ${folder}.`);
    return null;
  };
  return {
    'app/arrival': () => system.arrival(),
    'app/versions': () => versionsOfApp(),
    'app/health': () => ({ ...system.health }),
    'app/open-logs': () => open(logs.folder, 'The logs'),
    'app/open-crash-reports': () => open(crashes.folder, 'The crash reports'),
    'library/drag-out': ({ content_hashes, area }) =>
      handed(content_hashes, async (paths) => {
        const window = mainWindow();
        if (window !== null) await startDragOut(window, paths, area, join(resources, 'icons', 'alice.png'));
      }),
    'library/copy-files': ({ content_hashes }) =>
      handed(content_hashes, (paths) =>
        copyFilesToClipboard(paths).catch((error: unknown) => {
          throw new PersonalError(`The files could not be put onto the clipboard: ${messageOf(error)} Drag them instead, or show them in their folder.`);
        })),
  };
}
