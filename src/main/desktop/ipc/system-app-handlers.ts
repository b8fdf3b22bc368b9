import { join } from 'node:path';
import type { Handed, SystemAppAnswers } from '@shared/ipc/system-app-calls';
import { t } from '@shared/language/language';
import { toldOf } from '@shared/language/said';
import { shell } from 'electron';
import type { CrashReports } from '../crash-reports';
import { copyDiagnostics, type PartsToDiagnose } from '../diagnostics-copy';
import { openDocsWindow } from '../docs-window';
import { type HandedFile, handOut, type OrganizedFiles } from '../drag-out';
import type { OwnDrops } from '../drag-out-own-drops';
import { copyFilesToClipboard, copyImageToClipboard, startDragOut } from '../drag-out-window';
import type { LogFiles } from '../log-files';
import { mainWindow } from '../main-window';
import type { AppMenu } from '../menu';
import { startAgain, startAsUsual } from '../start-as-usual';
import type { SystemApp } from '../system-app';
import { versionsOfApp } from '../system-app-versions';
import type { Updates } from '../updates';
import { type Handlers, PersonalError } from './registry';

export interface AppOfSystem extends PartsToDiagnose {
  readonly system: SystemApp;
  readonly menu: AppMenu;
  readonly files: OrganizedFiles;
  /** Of pictures by their numbers; those that are filed no more are left out. */
  readonly hashesOf: (ids: readonly number[]) => readonly string[];
  readonly ownDrops: OwnDrops;
  /** A picture as a PNG; null for what is no still picture. */
  readonly pngOf: (contentHash: string) => Promise<Uint8Array | null>;
  readonly logs: LogFiles;
  readonly crashes: CrashReports;
  readonly resources: string;
  readonly updates: Updates;
}

interface Pictures {
  readonly ids: readonly number[];
  readonly content_hashes: readonly string[];
}

/** The app as a program among others: its health, its logs, and files that leave the window. */
export function systemAppHandlers(parts: AppOfSystem): Pick<Handlers, keyof SystemAppAnswers> {
  const { system, files, logs, crashes, resources, hashesOf, ownDrops } = parts;
  const handed = async ({ ids, content_hashes }: Pictures, hand: (files: readonly HandedFile[]) => Promise<void>): Promise<Handed> => {
    const found = await handOut([...content_hashes, ...hashesOf(ids)], files);
    if (found.files.length === 0) throw new PersonalError(found.problems[0] ?? t('There is no file to hand out.'));
    await hand(found.files);
    return { files: found.files.length, problems: found.problems };
  };
  const open = async (folder: string, what: string): Promise<null> => {
    const refusal = await shell.openPath(folder);
    if (refusal !== '') throw new PersonalError(t('{what} could not be opened: {refusal} They lie in {folder}.', { what, refusal, folder }));
    return null;
  };
  return {
    'app/arrival': () => system.arrival(),
    'app/versions': () => versionsOfApp(),
    'app/health': () => ({ ...system.health, log_lines: logs.lines }),
    'app/open-logs': () => open(logs.folder, t('The logs')),
    'app/open-crash-reports': () => open(crashes.folder, t('The crash reports')),
    'app/copy-diagnostics': () => {
      copyDiagnostics(parts);
      return null;
    },
    'app/leave-safe-mode': () => {
      startAsUsual();
      return null;
    },
    'app/open-event-docs': () => {
      openDocsWindow('events');
      return null;
    },
    'app/start-again': () => {
      startAgain();
      return null;
    },
    'library/drag-out': ({ area, ...pictures }) =>
      handed(pictures, async (handedFiles) => {
        const window = mainWindow();
        ownDrops.handedOut(handedFiles);
        if (window !== null) await startDragOut(window, handedFiles.map(({ path }) => path), area, join(resources, 'icons', 'alice.png'));
      }),
    'library/copy-image': async ({ content_hash }) => {
      const png = await parts.pngOf(content_hash).catch((error: unknown) => {
        throw new PersonalError(t('The picture could not be read: {error} Copy its file instead.', { error: toldOf(error) }));
      });
      if (png === null) throw new PersonalError(t('Only a picture that is filed can be copied. Copy the file of a video instead.'));
      await copyImageToClipboard(png);
      return null;
    },
    'library/copy-files': (pictures) =>
      handed(pictures, (handedFiles) =>
        copyFilesToClipboard(handedFiles.map(({ path }) => path)).catch((error: unknown) => {
          throw new PersonalError(t('The files could not be put onto the clipboard: {error} Drag them instead, or show them in their folder.', { error: toldOf(error) }));
        })),
  };
}
