import type { LibraryAnswer } from '@shared/library/library-answer';
import { useMemo } from 'react';
import { moveBetweenRows } from '../../parts/move-between-rows';
import { VirtualRows, type VirtualRow } from '../../parts/virtual-rows';
import { setCursor, setLibraryAtTop } from '../../store/use-library';
import { useIdOf } from '../../store/use-library-cards';
import { useView } from '../../store/use-view';
import { ListHead } from './list-head';
import { ListRow } from './list-row';
import { openPicture } from './open-picture';
import styles from './picture-list.module.css';
import { useActivePlace } from './use-active-place';
import { useGridKeys } from './use-grid-keys';

interface Row extends VirtualRow {
  readonly id: number;
}

const rowHeight = 44;
const pageRows = 12;

interface PictureListProps {
  readonly answer: LibraryAnswer;
  readonly toTop: number;
}

/** The pictures as a table, with what one compares them by. */
export function PictureList({ answer, toTop }: PictureListProps) {
  const openId = useIdOf(useView((state) => state.library.open));
  const { active, place } = useActivePlace();
  const rows = useMemo(() => Array.from(answer.ids, (id): Row => ({ key: String(id), height: rowHeight, id })), [answer.ids]);
  const onKey = useGridKeys(active, (key) => moveBetweenRows(rows, place, key, pageRows)?.id ?? null);
  return (
    <div className={styles.frame}>
      <ListHead />
      <VirtualRows
        label="Pictures"
        role="grid"
        className={styles.list}
        rows={rows}
        active={place === -1 ? null : String(active)}
        toTop={toTop}
        render={(row) => <ListRow id={row.id} />}
        rowProps={(row) => ({ 'aria-selected': row.id === openId })}
        onMove={(row) => setCursor(row.id)}
        onPick={(row) => openPicture(row.id)}
        onKey={onKey}
        onTopChange={setLibraryAtTop}
      />
    </div>
  );
}
