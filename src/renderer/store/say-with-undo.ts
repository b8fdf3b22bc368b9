import { t } from '@shared/language/language';
import { askQuietly } from './ask';
import { ownActs } from './own-acts';
import { say } from './use-toasts';
import { wishUndo } from './use-undo';

/** What stands in the history under ids that begin so. */
type Kind = 'board' | 'source' | 'setting';

/** Says what was done, with the way back when it stands last in the history. */
export async function sayWithUndo(text: string, kind: Kind = 'board'): Promise<void> {
  const latest = await askQuietly('history/latest', { direction: 'undo', ...ownActs() });
  const id = typeof latest === 'string' ? undefined : latest.answer?.id;
  if (id === undefined || !id.startsWith(`${kind}-`)) say(text);
  else say(text, { action: { label: t('Undo'), run: () => void wishUndo({ kind: 'entry', id }, { several: false }) } });
}
