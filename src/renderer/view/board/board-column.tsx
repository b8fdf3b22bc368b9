import { t } from '@shared/language/language';
import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import type { ColumnView } from '@shared/library/board-answers';
import { columnInWords } from '@shared/library/column-words';
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { number } from '../../parts/numbers';
import { keyOf } from '../../store/board/board-columns';
import { loadMore, useBoard } from '../../store/board/use-board';
import { isHeldOver, useDragged } from '../../store/dragged';
import { useView } from '../../store/use-view';
import { BoardCardView } from './board-card';
import styles from './board-column.module.css';
import { heights } from './card-words';
import { ColumnMenu } from './column-menu';
import { draggedKeys } from './use-card-drag';
import { useColumnDrag } from './use-column-drag';

const overscan = 3;
const nearEnd = 8;

interface BoardColumnProps {
  readonly column: ColumnView;
  readonly filtered: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** A column: its head with what can be done with it, and its cards, of which only those in sight are drawn. */
export const BoardColumn = memo(function BoardColumn({ column, filtered, onKeyDown }: BoardColumnProps) {
  const { id, cards, count } = column;
  const name = columnInWords(column);
  const section = useRef<HTMLElement>(null);
  const head = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const followed = useRef<string | null>(null);
  const [over, setOver] = useState(false);
  const project_id = useBoard((state) => state.board?.project.id ?? '');
  const held = useDragged(isHeldOver({ kind: 'column', project_id, id }));
  const active = useBoard((state) => state.active);
  const past = useView((state) => state.board.at !== null);
  const activeAt = active === null ? -1 : cards.findIndex((card) => keyOf(card) === active);
  // Each column has one card that Tab leads to: it stays in the document however far one scrolls.
  const stop = Math.max(0, activeAt);
  const rangeExtractor = useCallback(
    (range: Range) => [...new Set([...defaultRangeExtractor(range), ...(stop < cards.length ? [stop] : [])])].sort((a, b) => a - b),
    [stop, cards.length],
  );
  const virtual = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => heights[cards[at]?.kind ?? 'note'],
    getItemKey: (at) => { const card = cards[at]; return card === undefined ? at : keyOf(card); },
    rangeExtractor,
    overscan,
    paddingEnd: cards.length === 0 ? 0 : 48,
  });
  useEffect(() => virtual.measure(), [cards, virtual]);
  useEffect(() => {
    const walked = followed.current !== active || useBoard.getState().carried !== null;
    followed.current = active;
    // What comes in by itself moves nothing that somebody looks at.
    if (activeAt !== -1 && walked) virtual.scrollToIndex(activeAt, { align: 'auto' });
  }, [active, activeAt, virtual]);
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (column.next !== null && last >= cards.length - nearEnd) void loadMore(id);
  }, [column.next, last, cards.length, id]);
  const edge = useColumnDrag(section, head, id, past);
  /** The card beside a gap between cards; none behind the last one. */
  const cardAt = useEffectEvent((clientY: number): { over: string | null; below: boolean } => {
    const element = scroller.current;
    const y = clientY - (element?.getBoundingClientRect().top ?? 0) + (element?.scrollTop ?? 0);
    const item = virtual.getVirtualItemForOffset(Math.max(0, y));
    const card = item === undefined ? undefined : cards[item.index];
    if (item === undefined || card === undefined || (item.index === cards.length - 1 && y >= item.end)) return { over: null, below: false };
    return { over: keyOf(card), below: y > item.start + item.size / 2 };
  });
  useEffect(() => {
    const element = scroller.current;
    if (element === null || past) return;
    const canDrop = ({ source }: { source: { data: Record<string | symbol, unknown> } }) => draggedKeys(source.data).length > 0;
    return combine(
      dropTargetForElements({
        element,
        canDrop,
        getData: ({ input }) => ({ column_id: id, ...cardAt(input.clientY) }),
        onDragEnter: () => setOver(true),
        onDragLeave: () => setOver(false),
        onDrop: () => setOver(false),
      }),
      autoScrollForElements({ element, canScroll: canDrop }),
    );
  }, [id, past]);
  return (
    <section
      ref={section}
      className={styles.column}
      aria-label={name}
      data-column-of={id}
      data-over={over || held}
      data-edge={edge}
      {...(!past && { 'data-drop-column': id, 'data-drop-of': project_id })}
    >
      <header ref={head} className={styles.head} data-still={past}>
        <h2>{name}</h2>
        <span className={styles.count}>{filtered ? t('{cards, number} of {count, number}', { cards: cards.length, count }) : number(count)}</span>
        {!past && <ColumnMenu column={column} />}
      </header>
      <div ref={scroller} className={styles.scroller} data-column={id}>
        <div
          role="listbox"
          aria-label={t('Cards of {name}', { name })}
          aria-multiselectable
          aria-orientation="vertical"
          className={styles.space}
          style={{ height: virtual.getTotalSize() }}
        >
          {items.map(({ index, start, key }) => {
            const card = cards[index];
            if (card === undefined) return null;
            const place = { column_id: id, stop: index === stop, at: index + 1, of: count, top: start };
            return <BoardCardView key={key} card={card} {...place} onKeyDown={onKeyDown} />;
          })}
        </div>
        {cards.length === 0 && <p className={styles.empty}>{filtered ? t('No card matches.') : t('No cards yet.')}</p>}
      </div>
    </section>
  );
});
