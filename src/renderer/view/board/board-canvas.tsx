import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { Plus } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { Button } from '../../parts/button';
import { openBoardForm } from '../../store/board/board-forms';
import { cardAbove, placeOf } from '../../store/board/board-columns';
import { loadMore, needCard, placeCards, useBoard } from '../../store/board/use-board';
import { useView } from '../../store/use-view';
import styles from './board-canvas.module.css';
import { BoardColumn } from './board-column';
import { shownColumns } from './shown-columns';
import { useBoardKeys } from './use-board-keys';
import { draggedKeys } from './use-card-drag';

/** The columns side by side. */
export function BoardCanvas() {
  const board = useBoard((state) => state.board);
  const carried = useBoard((state) => state.carried);
  const contents = useBoard((state) => state.contents);
  const kind = useBoard((state) => state.kind);
  const said = useBoard((state) => state.said);
  const text = useView((state) => state.board.text);
  const past = useView((state) => state.board.at !== null);
  const scroller = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => carried ?? board?.columns ?? [], [carried, board]);
  const filtered = kind !== null || text.trim() !== '';
  const shown = useMemo(() => shownColumns(columns, contents, { kind, text }), [columns, contents, kind, text]);
  const onKeyDown = useBoardKeys(scroller, shown);
  useEffect(() => {
    if (!filtered) return;
    for (const { id, next, cards } of columns) {
      if (next !== null) void loadMore(id);
      if (text.trim() !== '') for (const card of cards) needCard(card);
    }
  }, [filtered, text, columns]);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const canMonitor = ({ source }: { source: { data: Record<string | symbol, unknown> } }) => draggedKeys(source.data).length > 0;
    return combine(
      autoScrollForElements({ element, canScroll: canMonitor }),
      monitorForElements({
        canMonitor,
        onDrop: ({ source, location }) => {
          const [target] = location.current.dropTargets;
          if (target !== undefined) drop(draggedKeys(source.data), target.data);
        },
      }),
    );
  }, []);
  return (
    <>
      <div ref={scroller} className={styles.board} role="group" aria-label="Board" data-pane>
        {shown.map((column) => (
          <BoardColumn key={column.id} column={column} filtered={filtered} onKeyDown={onKeyDown} />
        ))}
        {!past && board !== null && (
          <div className={styles.more}>
            <Button kind="quiet" icon={Plus} onPress={() => openBoardForm({ kind: 'add-column', project_id: board.project.id, after: columns.at(-1)?.id ?? null })}>
              Column
            </Button>
          </div>
        )}
      </div>
      <p className={styles.spoken} role="status">
        {said}
      </p>
    </>
  );
}

/** Cards were let go over a card, above or below it, or over the rest of a column: then they go to its end. */
function drop(keys: readonly string[], data: Record<string | symbol, unknown>): void {
  const { column_id, over } = data;
  const column = useBoard.getState().board?.columns.find(({ id }) => id === column_id);
  if (column === undefined) return;
  const moved = new Set(keys);
  const place = typeof over === 'string' ? placeOf([column], over) : null;
  const at = place === null ? column.cards.length : place.at + (extractClosestEdge(data) === 'bottom' ? 1 : 0);
  if (typeof over === 'string' && moved.has(over)) return;
  void placeCards(keys, column.id, cardAbove(column, at, moved));
}
