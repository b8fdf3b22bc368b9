import { t } from '@shared/language/language';
import type { ColumnView } from '@shared/library/board-answers';
import { columnInWords } from '@shared/library/column-words';
import { ArrowLeft, ArrowRight, Ellipsis, FoldHorizontal, Pencil, Plus, Trash2 } from 'lucide-react';
import { ActionMenu } from '../../parts/action-menu';
import { openBoardForm } from '../../store/board/board-forms';
import { placeOf } from '../../store/board/board-columns';
import { placeColumn, setBoardState, useBoard } from '../../store/board/use-board';
import { foldColumn } from '../../store/use-view-memory';
import { focusSoon } from './column-rail';

/** What can be done with a column. */
export function ColumnMenu({ column }: { readonly column: ColumnView }) {
  const { id } = column;
  const board = useBoard((state) => state.board);
  if (board === null) return null;
  const { project, columns } = board;
  const project_id = project.id;
  const at = columns.findIndex((column) => column.id === id);
  const move = (after: string | null) => void placeColumn(id, after);
  const fold = () => {
    const { active } = useBoard.getState();
    // The card that the keyboard is on would keep its column open.
    if (active !== null && placeOf(columns, active)?.column_id === id) setBoardState({ active: null });
    foldColumn(project_id, id, true);
    focusSoon(`[data-rail="${CSS.escape(id)}"]`);
  };
  return (
    <ActionMenu
      label={t('Column {name}', { name: columnInWords(column) })}
      icon={Ellipsis}
      kind="quiet"
      actions={[
        { id: 'rename', name: t('Rename…'), icon: Pencil, run: () => openBoardForm({ kind: 'rename-column', project_id, column_id: id }) },
        { id: 'left', name: t('Move left'), icon: ArrowLeft, disabled: at <= 0, run: () => move(columns[at - 2]?.id ?? null) },
        { id: 'right', name: t('Move right'), icon: ArrowRight, disabled: at === columns.length - 1, run: () => move(columns[at + 1]?.id ?? null) },
        { id: 'fold', name: t('Fold'), icon: FoldHorizontal, run: fold },
        { id: 'add', name: t('Add a column after it…'), icon: Plus, run: () => openBoardForm({ kind: 'add-column', project_id, after: id }) },
        { id: 'remove', name: t('Remove…'), icon: Trash2, disabled: columns.length < 2, run: () => openBoardForm({ kind: 'remove-column', project_id, column_id: id }) },
      ]}
    />
  );
}
