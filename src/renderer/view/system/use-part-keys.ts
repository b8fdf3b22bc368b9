import { useCommands } from '../../store/commands';
import { setSystem } from '../../store/use-view';

/** What the system shows. */
export function usePartKeys(): void {
  useCommands({
    'system.map': () => setSystem({ part: 'map' }),
    'system.metrics': () => setSystem({ part: 'metrics' }),
    'system.dead-letters': () => setSystem({ part: 'dead-letters' }),
  });
}
