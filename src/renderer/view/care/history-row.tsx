import type { HistoryEntry } from '@shared/library/history';
import { Eye, FolderInput, FolderSync, Layers, type LucideIcon, Redo2, Settings2, SlidersHorizontal, SquareKanban, Star, Undo2 } from 'lucide-react';
import { Button } from '../../parts/button';
import { Icon } from '../../parts/icon';
import { clockTime, dayName, dayNumber } from '../../parts/times';
import { useToday } from '../../parts/use-today';
import styles from './history.module.css';
import { inEffect, stateOf, undoVerb } from './history-rows';
import { undoEntry } from './undo-entry';

export function iconOf({ scope, redo, id }: HistoryEntry): LucideIcon {
  if (scope === 'undo') return redo ? Redo2 : Undo2;
  if (id.startsWith('rated')) return Star;
  if (id.startsWith('stack')) return Layers;
  if (id.startsWith('board')) return SquareKanban;
  if (id.startsWith('setting')) return Settings2;
  if (id.startsWith('source')) return Eye;
  if (id.startsWith('bands')) return SlidersHorizontal;
  return id.startsWith('refiled') ? FolderSync : FolderInput;
}

/** One import, round of refiling or undo. */
export function HistoryRow({ entry }: { readonly entry: HistoryEntry }) {
  const { name: day } = dayName(dayNumber(entry.at), useToday());
  const state = stateOf(entry);
  return (
    <div role="gridcell" className={styles.row} data-over={inEffect(entry) === 0}>
      <time className={styles.when} dateTime={entry.at}>
        {clockTime(entry.at)}
        <span>{day}</span>
      </time>
      <Icon of={iconOf(entry)} />
      <div className={styles.words}>
        <div className={styles.label}>
          <bdi>{entry.label}</bdi>
        </div>
        {state !== '' && <div className={styles.state}>{state}</div>}
      </div>
      {inEffect(entry) > 0 && (
        <Button icon={entry.scope === 'undo' && !entry.redo ? Redo2 : Undo2} onPress={() => undoEntry(entry)}>
          {undoVerb(entry)}
        </Button>
      )}
    </div>
  );
}
