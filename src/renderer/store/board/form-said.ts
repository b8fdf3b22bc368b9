import { t } from '@shared/language/language';
import { askQuietly } from '../ask';
import { say } from '../use-toasts';
import { wishUndo } from '../use-undo';

/** Acts on a board stand in the history under ids that begin so. */
const ofBoard = 'board-';

/** Says what was done on a board, with the way back when it stands last in the history. */
export async function sayWithUndo(text: string): Promise<void> {
  const latest = await askQuietly('history/latest', { direction: 'undo' });
  const id = typeof latest === 'string' ? undefined : latest.answer?.id;
  if (id === undefined || !id.startsWith(ofBoard)) say(text);
  else say(text, { action: { label: t('Undo'), run: () => void wishUndo({ kind: 'entry', id }, { several: false }) } });
}
