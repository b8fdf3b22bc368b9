import { t } from '@shared/language/language';
import { History as HistoryIcon, Plus, SearchX } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from '../../parts/button';
import { EmptyState } from '../../parts/empty-state';
import { Notice } from '../../parts/notice';
import { VirtualRows } from '../../parts/virtual-rows';
import { chooseFiles } from '../../store/actions';
import { useCommands } from '../../store/commands';
import { loadHistory, loadOlderHistory, useHistory } from '../../store/use-history';
import { useLog } from '../../store/use-log';
import { useStatus } from '../../store/use-status';
import { setCare, useView } from '../../store/use-view';
import { HistoryPane } from './history-pane';
import { HistoryRow } from './history-row';
import { historyRows, inEffect } from './history-rows';
import styles from './history.module.css';
import { undoEntry, undoSince } from './undo-entry';

/** While events stream in, the history is asked for anew this often. */
const everyMs = 300;

/** What was done, newest first, each with the way back. */
export function History() {
  const { text, active, open } = useView((state) => state.care);
  const { entries, ready, problem } = useHistory();
  useFreshHistory();
  const density = useStatus((state) => state.status?.density ?? 'normal');
  const rows = historyRows(entries, text, density);
  const opened = entries.find(({ id }) => id === open);
  const chosen = rows.find(({ key }) => key === active)?.entry;
  const unless = () => (chosen === undefined ? t('Go to an entry first') : null);
  useCommands({
    'care.open-entry': { run: () => setCare({ open: chosen?.id ?? null }), unless },
    'care.undo-since': { run: () => (chosen === undefined ? undefined : undoSince(chosen)), unless },
    'care.undo-entry': {
      run: () => (chosen === undefined ? undefined : undoEntry(chosen)),
      unless: () => unless() ?? (chosen !== undefined && inEffect(chosen) === 0 ? t('Nothing of it is in effect any more') : null),
    },
  });
  return (
    <div className={styles.split}>
      <div className={styles.pane} data-pane>
        {problem !== null && <Notice>{problem}</Notice>}
        {rows.length > 0 && (
          <VirtualRows
            label={t('History')}
            role="grid"
            rows={rows}
            active={active}
            rowProps={({ entry }) => ({ 'aria-selected': entry.id === open })}
            render={({ entry }) => <HistoryRow entry={entry} />}
            onMove={(row) => setCare(open === null ? { active: row.key } : { active: row.key, open: row.key })}
            onPick={({ entry }) => setCare({ active: entry.id, open: entry.id })}
            onNearEnd={() => void loadOlderHistory()}
          />
        )}
        {ready && rows.length === 0 && <Nothing text={text} />}
      </div>
      {opened !== undefined && <HistoryPane key={opened.id} entry={opened} />}
    </div>
  );
}

/** Asks anew when something was recorded, at most a few times a second. */
function useFreshHistory(): void {
  const sequence = useLog((state) => state.sequence);
  useEffect(() => {
    const timer = setTimeout(() => void loadHistory(), everyMs);
    return () => clearTimeout(timer);
  }, [sequence]);
  useEffect(() => void loadHistory(), []);
}

function Nothing({ text }: { readonly text: string }) {
  if (text !== '') {
    return (
      <EmptyState icon={SearchX} title={t('No entries match')} actions={<Button onPress={() => setCare({ text: '' })}>{t('Clear the filter')}</Button>}>
        {t('Nothing that was loaded of the history mentions “{text}”.', { text })}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={HistoryIcon}
      title={t('Nothing has been filed yet')}
      actions={
        <Button kind="primary" icon={Plus} command="app.add-files" onPress={() => void chooseFiles()}>
          {t('Add files')}
        </Button>
      }
    >
      {t('Each import stands here as one line, and can be taken back as one.')}
    </EmptyState>
  );
}
