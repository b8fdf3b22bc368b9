import { dateLocale, t } from '@shared/language/language';
import type { HistoryEntry } from '@shared/library/history';
import { Activity, History, Redo2, Undo2, X } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from '../../parts/button';
import { type Fact, Facts } from '../../parts/facts';
import { Icon } from '../../parts/icon';
import { number } from '../../parts/numbers';
import { SidePane } from '../../parts/side-pane';
import { useEscape } from '../../parts/use-escape';
import { loadRefusals, useHistory } from '../../store/use-history';
import { setCare } from '../../store/use-view';
import styles from './history.module.css';
import { iconOf } from './history-row';
import { inEffect, undoVerb } from './history-rows';
import { Refusals } from './refusals';
import { showStoryOf } from './show-story-of';
import { undoEntry, undoSince } from './undo-entry';

const paneWidth = 348;
const close = () => setCare({ open: null });

/** The whole of one entry: how many operations, what of it is undone, and what was refused, with the reasons. */
export function HistoryPane({ entry }: { readonly entry: HistoryEntry }) {
  useEscape(true, close);
  const { undo_id, refused } = entry;
  const refusals = useHistory((state) => (undo_id === null ? undefined : state.refusals.get(undo_id)));
  useEffect(() => {
    if (undo_id !== null && refused > 0) void loadRefusals(undo_id);
  }, [undo_id, refused]);
  return (
    <SidePane
      label={t('Entry of the history')}
      keptAs="Entry of the history"
      width={paneWidth}
      head={
        <>
          <Icon of={iconOf(entry)} />
          <h2 className={styles.name}>{entry.label}</h2>
          <Button kind="quiet" icon={X} label={t('Close')} shortcut="Esc" onPress={close} />
        </>
      }
      foot={
        <>
          <Button kind="primary" icon={entry.scope === 'undo' && !entry.redo ? Redo2 : Undo2} command="care.undo-entry" disabled={inEffect(entry) === 0} onPress={() => undoEntry(entry)}>
            {inEffect(entry) === 0 ? t('Nothing left to undo') : undoVerb(entry)}
          </Button>
          <Button icon={History} command="care.undo-since" onPress={() => undoSince(entry)}>
            {t('Undo everything since here…')}
          </Button>
          {undo_id !== null && (
            <Button icon={Activity} onPress={() => void showStoryOf(undo_id)}>
              {t('Story')}
            </Button>
          )}
        </>
      }
    >
      <Facts facts={factsOf(entry)} />
      {refusals !== undefined && refused > 0 && <Refusals refusals={refusals} count={refused} />}
    </SidePane>
  );
}

function factsOf(entry: HistoryEntry): readonly Fact[] {
  const facts: Fact[] = [
    [t('When'), new Date(entry.at).toLocaleString(dateLocale(), { dateStyle: 'medium', timeStyle: 'medium' })],
    [t('Operations'), number(entry.operations)],
    [t('Undone'), number(entry.undone)],
  ];
  if (entry.undo_id !== null) facts.push([t('Refused'), number(entry.refused)]);
  if (entry.waiting > 0) facts.push([t('To go'), number(entry.waiting)]);
  const [first, last] = [number(entry.first_sequence), number(entry.last_sequence)];
  facts.push(first === last ? [t('Event'), first] : [t('Events'), `${first} – ${last}`]);
  return facts;
}
