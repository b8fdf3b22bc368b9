import { openInboxFolder } from '../../store/actions';
import { copyDiagnostics, openCrashReports, openEventDocs, openLogs, openNotices } from '../../store/arrive';
import { useCommands } from '../../store/commands';

/** Folders and windows of the app itself are opened from everywhere. */
export function useSystemCommands(): void {
  useCommands({
    'app.open-inbox': openInboxFolder,
    'app.event-docs': openEventDocs,
    'app.notices': openNotices,
    'app.copy-diagnostics': copyDiagnostics,
    'app.open-logs': openLogs,
    'app.open-crash-reports': openCrashReports,
  });
}
