import type { DeadLetter } from '@shared/ipc/system-overview';
import { t } from '@shared/language/language';
import { MailCheck, SearchX } from 'lucide-react';
import { Button } from '../../../parts/button';
import { EmptyState } from '../../../parts/empty-state';
import { VirtualRows } from '../../../parts/virtual-rows';
import { useCommands } from '../../../store/commands';
import { letterKey, retryLetter } from '../../../store/use-system';
import { setSystem, useView } from '../../../store/use-view';
import styles from './dead-letters.module.css';
import { LetterDrawer } from './letter-drawer';
import { LetterRow } from './letter-row';
import { letterRows } from './letter-rows';

/** Events that a service gave up on, with the way to try again. */
export function DeadLetters({ letters }: { readonly letters: readonly DeadLetter[] }) {
  const { text, active, open } = useView((state) => state.system);
  const rows = letterRows(letters, text);
  const show = (letter: DeadLetter) =>
    setSystem({ active: letterKey(letter), open: { story_id: letter.event.correlation_id, event_id: letter.event.event_id } });

  const letter = rows.find(({ key }) => key === active)?.letter;
  const unless = () => (letter === undefined ? t('Go to a dead letter first') : null);
  useCommands({
    'system.retry': { run: () => (letter === undefined ? undefined : retryLetter(letter)), unless },
    'system.open-letter': { run: () => (letter === undefined ? undefined : show(letter)), unless },
  });

  return (
    <div className={styles.split}>
      <div className={styles.pane} data-pane>
        {rows.length === 0 ? (
          <Nothing any={letters.length > 0} text={text} />
        ) : (
          <VirtualRows
            label={t('Dead letters')}
            role="grid"
            rows={rows}
            active={active}
            rowProps={({ letter }) => ({ 'aria-selected': open !== null && letter.event.event_id === open.event_id && active === letterKey(letter) })}
            render={({ letter }) => <LetterRow letter={letter} />}
            onMove={(row) => setSystem({ active: row.key })}
            onPick={({ letter }) => show(letter)}
          />
        )}
      </div>
      {open !== null && <LetterDrawer key={open.story_id} open={open} letters={letters} />}
    </div>
  );
}

function Nothing({ any, text }: { readonly any: boolean; readonly text: string }) {
  if (any) {
    return (
      <EmptyState icon={SearchX} title={t('No dead letters match')} actions={<Button onPress={() => setSystem({ text: '' })}>{t('Clear the filter')}</Button>}>
        {t('None has “{text}” in its type, service or reason.', { text })}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={MailCheck} title={t('No dead letters')}>
      {t('Nothing is parked. An event that a service fails at five times would wait here.')}
    </EmptyState>
  );
}
