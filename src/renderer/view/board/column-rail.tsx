import { t } from '@shared/language/language';
import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import type { ColumnView } from '@shared/library/board-answers';
import { columnInWords } from '@shared/library/column-words';
import { ChevronLeft } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '../../parts/icon';
import { number } from '../../parts/numbers';
import { isHeldOver, useDragged } from '../../store/dragged';
import { useView } from '../../store/use-view';
import { foldColumn } from '../../store/use-view-memory';
import styles from './column-rail.module.css';
import { draggedKeys } from './use-card-drag';
import { useColumnDrag } from './use-column-drag';

/** A folded column: how many cards it holds. A press unfolds it, and cards that are let go over it go to its top. */
export function ColumnRail({ column, projectId }: { readonly column: ColumnView; readonly projectId: string }) {
  const { id, count } = column;
  const name = columnInWords(column);
  const rail = useRef<HTMLElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [over, setOver] = useState(false);
  const held = useDragged(isHeldOver({ kind: 'column', project_id: projectId, id }));
  const past = useView((state) => state.board.at !== null);
  const edge = useColumnDrag(rail, button, id, past);
  useEffect(() => {
    const element = button.current;
    if (element === null || past) return;
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => draggedKeys(source.data).length > 0,
      getData: () => ({ column_id: id, over: null, top: true }),
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    });
  }, [id, past]);
  return (
    <section ref={rail} className={styles.rail} aria-label={name} data-over={over || held} data-edge={edge} {...(!past && { 'data-drop-column': id, 'data-drop-of': projectId })}>
      <button
        ref={button}
        type="button"
        className={styles.unfold}
        data-rail={id}
        title={t('Unfold {name}', { name })}
        aria-expanded={false}
        aria-label={t('{name}, {count, plural, one {# card} other {# cards}}', { name, count })}
        onClick={() => { foldColumn(projectId, id, false); focusSoon(`section[data-column-of="${CSS.escape(id)}"] :is([role="option"][tabindex="0"], header button)`); }}
      >
        <Icon of={ChevronLeft} size="sm" inherit />
        <span className={styles.name}>{name}</span>
        <span className={styles.count}>{number(count)}</span>
      </button>
    </section>
  );
}

const drawnMs = 60;

/** Puts the keyboard on something that is being drawn; what it was on goes. */
export function focusSoon(selector: string): void {
  setTimeout(() => document.querySelector<HTMLElement>(selector)?.focus(), drawnMs);
}
