import { t } from '@shared/language/language';
import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import type { BoardCard } from '@shared/library/board-answers';
import { Plus } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { Button } from '../../parts/button';
import { Spoken } from '../../parts/spoken';
import { openBoardForm } from '../../store/board/board-forms';
import { placeOf } from '../../store/board/board-columns';
import { isFolded } from '../../store/board/folded-columns';
import { loadMore, needCard, useBoard } from '../../store/board/use-board';
import { useViewMemory } from '../../store/use-view-memory';
import { useView } from '../../store/use-view';
import styles from './board-canvas.module.css';
import { BoardColumn } from './board-column';
import { ColumnRail } from './column-rail';
import { drop } from './drop-on-board';
import { shownColumns, wantedCards } from './shown-columns';
import { useBoardKeys } from './use-board-keys';
import { draggedKeys } from './use-card-drag';
import { draggedColumn } from './use-column-drag';

const unread: ReadonlyMap<string, BoardCard> = new Map();

/** The columns side by side. */
export function BoardCanvas() {
  const board = useBoard((state) => state.board);
  const carried = useBoard((state) => state.carried);
  const kind = useBoard((state) => state.kind);
  const said = useBoard((state) => state.said);
  const text = useView((state) => state.board.text);
  // What cards say matters here only to those who look for words.
  const contents = useBoard((state) => (text.trim() === '' ? unread : state.contents));
  const past = useView((state) => state.board.at !== null);
  const scroller = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => carried ?? board?.columns ?? [], [carried, board]);
  const active = useBoard((state) => state.active);
  const folded = useViewMemory((state) => state.columns);
  const isShown = useMemo(() => wantedCards(contents, { kind, text }), [contents, kind, text]);
  const filtered = isShown !== null;
  const shown = useMemo(() => shownColumns(columns, isShown), [columns, isShown]);
  const projectId = board?.project.id ?? '';
  // The card that the keyboard is on is always seen.
  const here = useMemo(() => (active === null ? null : (placeOf(shown, active)?.column_id ?? null)), [shown, active]);
  const open = useMemo(() => shown.filter(({ id }) => id === here || !isFolded(folded, projectId, id)), [shown, here, folded, projectId]);
  const onKeyDown = useBoardKeys(scroller, open, isShown);
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
    const canMonitor = ({ source }: { source: { data: Record<string | symbol, unknown> } }) =>
      draggedKeys(source.data).length > 0 || draggedColumn(source.data) !== null;
    return combine(
      autoScrollForElements({ element, canScroll: canMonitor }),
      monitorForElements({
        canMonitor,
        onDrop: ({ source, location }) => {
          const [target] = location.current.dropTargets;
          if (target !== undefined) drop(source.data, target.data);
        },
      }),
    );
  }, []);
  return (
    <>
      <div ref={scroller} className={styles.board} role="group" aria-label={t('Board')} data-pane>
        {shown.map((column) =>
          open.includes(column) ? (
            <BoardColumn key={column.id} column={column} filtered={filtered} onKeyDown={onKeyDown} />
          ) : (
            <ColumnRail key={column.id} column={column} projectId={projectId} />
          ),
        )}
        {!past && board !== null && (
          <div className={styles.more}>
            <Button kind="quiet" icon={Plus} onPress={() => openBoardForm({ kind: 'add-column', project_id: board.project.id, after: columns.at(-1)?.id ?? null })}>
              {t('Column')}
            </Button>
          </div>
        )}
      </div>
      <Spoken status>{said}</Spoken>
    </>
  );
}
