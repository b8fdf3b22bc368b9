import { t } from '@shared/language/language';
import type { LibraryAnswer } from '@shared/library/library-answer';
import { useMemo } from 'react';
import { moveBetweenRows } from '../../parts/move-between-rows';
import { VirtualRows, type VirtualRow } from '../../parts/virtual-rows';
import { isChosen } from '../../store/library-chosen';
import { flownTo } from '../../store/use-flight';
import { setCursor, setLibraryAtTop } from '../../store/use-library';
import { useIdOf } from '../../store/use-library-cards';
import { useChosen } from '../../store/use-library-chosen';
import { useStatus } from '../../store/use-status';
import { useView } from '../../store/use-view';
import { ListHead } from './list-head';
import { ListRow } from './list-row';
import styles from './picture-list.module.css';
import { useActivePlace } from './use-active-place';
import { pickPicture, useGridKeys } from './use-grid-keys';
import { keepTop, useRestoredTop } from './use-restored-top';

interface Row extends VirtualRow {
  readonly id: number;
}

const rowHeights = { normal: 44, compact: 32 } as const;
const pageRows = 12;

interface PictureListProps {
  readonly answer: LibraryAnswer;
  readonly toTop: number;
}

/** The pictures as a table, with what one compares them by. */
export function PictureList({ answer, toTop }: PictureListProps) {
  const openId = useIdOf(useView((state) => state.library.open));
  const chosen = useChosen((state) => state.chosen);
  const { active, place } = useActivePlace();
  const height = useStatus((state) => rowHeights[state.status?.density ?? 'normal']);
  const rows = useMemo(() => Array.from(answer.ids, (id): Row => ({ key: String(id), height, id })), [answer.ids, height]);
  const stand = useRestoredTop((id) => (answer.ids.includes(id) ? String(id) : undefined));
  const onKey = useGridKeys(active, (key) => moveBetweenRows(rows, place, key, pageRows)?.id ?? null);
  return (
    <div className={styles.frame}>
      <ListHead />
      <VirtualRows
        label={t('Pictures')}
        role="grid"
        multiselectable
        className={styles.list}
        rows={rows}
        active={place === -1 ? null : String(active)}
        toTop={toTop}
        render={(row) => <ListRow id={row.id} />}
        rowProps={(row) => ({ ...{ 'data-id': row.id }, 'aria-selected': chosen.count > 0 ? isChosen(chosen, row.id) : row.id === openId })}
        onMove={(row) => setCursor(row.id)}
        onPick={(row, event) => pickPicture(row.id, event)}
        onKey={onKey}
        onTopChange={setLibraryAtTop}
        onScrolled={flownTo}
        stand={stand}
        onSight={({ id }) => keepTop(id, id === answer.ids[0])}
      />
    </div>
  );
}
