import { t } from '@shared/language/language';
import { useCommands } from '../../store/commands';
import { checkFiles } from '../../store/use-care';
import { setCare, useView } from '../../store/use-view';

/** What care shows, and the check of the files. */
export function useCareKeys(): void {
  useCommands({
    'care.health': () => setCare({ part: 'health' }),
    'care.history': () => setCare({ part: 'history' }),
    'care.check': { run: () => checkFiles(false), unless: () => (useView.getState().care.part === 'health' ? null : t('In health, not in the history')) },
  });
}
