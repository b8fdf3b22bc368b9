import { openCrashReports, openLogs } from '../../store/arrive';
import { useCommands } from '../../store/commands';

/** Logs and crash reports are opened from everywhere. */
export function useSystemCommands(): void {
  useCommands({ 'app.open-logs': openLogs, 'app.open-crash-reports': openCrashReports });
}
