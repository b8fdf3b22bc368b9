import { t } from '@shared/language/language';
import { shell } from 'electron';
import type { ReportBug } from '../kernel/report-bug';
import { showAbout } from './about';
import type { CrashReports } from './crash-reports';
import { openDocsWindow } from './docs-window';
import type { LogFiles } from './log-files';
import type { MenuActions } from './menu';
import { safeMode } from './safe-mode';
import type { SystemApp } from './system-app';
import type { Updates } from './updates';
import type { Workspace } from './workspace';

export interface PartsOfMenu {
  readonly workspace: Workspace;
  readonly system: SystemApp;
  readonly updates: Updates;
  readonly logs: LogFiles;
  readonly crashes: CrashReports;
  readonly zoom: (direction: 1 | -1 | 0) => void;
  readonly reportBug: ReportBug;
}

/** What the native menu does by itself, and what it has the window do. */
export function menuActions({ workspace, system, updates, logs, crashes, zoom, reportBug }: PartsOfMenu): MenuActions {
  const openNotices = () => { openDocsWindow('notices'); };
  return {
    keys: () => (workspace.status.safe_mode ? safeMode.keys : workspace.settings.keys),
    labels: () => ({ 'app.toggle-watching': workspace.status.watching === 'paused' ? t('Resume Watching') : t('Pause Watching') }),
    send: (command) => { system.doCommand(command); },
    own: {
      'app.toggle-watching': () => {
        const next = workspace.status.watching === 'paused' ? 'on' : 'paused';
        workspace.setWatching(next).catch((error: unknown) => { reportBug({ where: 'the switch in the menu', error }); });
      },
      'app.open-inbox': () => void shell.openPath(workspace.status.inbox_path),
      'app.event-docs': () => { openDocsWindow('events'); },
      'app.notices': openNotices,
      'app.open-logs': () => void shell.openPath(logs.folder),
      'app.open-crash-reports': () => void shell.openPath(crashes.folder),
      'settings.about': () => void showAbout(updates.state.found, openNotices),
      'settings.larger': () => { zoom(1); },
      'settings.smaller': () => { zoom(-1); },
      'settings.actual-size': () => { zoom(0); },
    },
    ownAllowed: (id) => id !== 'app.toggle-watching' || workspace.status.watching !== 'off',
  };
}
