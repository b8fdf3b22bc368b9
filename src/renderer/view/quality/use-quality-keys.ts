import { useCommands } from '../../store/commands';
import { setQuality } from '../../store/use-view';

/** What quality shows. In a list of stacks B keeps the best. */
export function useQualityKeys(): void {
  useCommands({
    'quality.scores': () => setQuality({ part: 'scores' }),
    'quality.stacks': () => setQuality({ part: 'stacks' }),
    'quality.bands': () => setQuality({ part: 'bands' }),
  });
}
