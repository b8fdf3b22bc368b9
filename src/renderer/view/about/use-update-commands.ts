import { useCommands } from '../../store/commands';
import { showNotes, showUpdates } from '../../store/use-updates';

/** What is new, and whether there is something newer, is asked from everywhere. */
export function useUpdateCommands(): void {
  useCommands({
    'app.release-notes': () => showNotes('own'),
    'app.check-updates': showUpdates,
  });
}
