import { app, clipboard } from 'electron';
import { diagnosticsText } from './diagnostics';
import type { LogFiles } from './log-files';
import type { SystemApp } from './system-app';
import { versionsInWords, versionsOfApp } from './system-app-versions';
import type { Workspace } from './workspace';

export interface PartsToDiagnose {
  readonly workspace: Pick<Workspace, 'hub' | 'settings' | 'status'>;
  readonly system: Pick<SystemApp, 'health'>;
  readonly logs: LogFiles;
}

const newestLines = 60;

/** Puts onto the clipboard what helps to find out what is wrong. Nothing is sent anywhere. */
export function copyDiagnostics({ workspace: { hub, settings, status }, system, logs }: PartsToDiagnose): void {
  const inbox = Object.entries(hub?.library.inboxCounts() ?? {}).map(([state, count]) => [`inbox ${state}`, count] as const);
  const { watching, set_up, safe_mode } = status;
  const counts = {
    set_up, safe_mode, watching, stopped: status.paused !== null || status.trouble !== null,
    events: hub?.log.lastSequence ?? 0, pictures: hub?.library.assetCount ?? 0, dead_letters: hub?.deadLetters().length ?? 0,
    ...Object.fromEntries(inbox), ...system.health, log_lines: logs.lines,
  };
  void clipboard.writeText(diagnosticsText({
    versions: versionsInWords(versionsOfApp()), settings, counts, lines: logs.newest(newestLines), appFolder: app.getAppPath(),
  }));
}
