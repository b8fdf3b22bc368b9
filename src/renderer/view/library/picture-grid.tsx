import { t } from '@shared/language/language';
import type { LibraryAnswer } from '@shared/library/library-answer';
import { useMemo, useRef } from 'react';
import { useWidth } from '../../parts/use-width';
import { VirtualRows } from '../../parts/virtual-rows';
import { flownTo } from '../../store/use-flight';
import { setCursor, setLibraryAtTop } from '../../store/use-library';
import { useIdOf } from '../../store/use-library-cards';
import { useView } from '../../store/use-view';
import { GroupHeading } from './group-heading';
import { isChosen } from '../../store/library-chosen';
import { useChosen } from '../../store/use-library-chosen';
import { cellsOf, justify, rowOf } from './justify';
import { moveInGrid } from './move-in-grid';
import { PictureCell } from './picture-cell';
import styles from './picture-grid.module.css';
import { useActivePlace } from './use-active-place';
import { pickPicture, useGridKeys } from './use-grid-keys';
import { keepTop, useRestoredTop } from './use-restored-top';
import { useRubberBand } from './use-rubber-band';
import { pictureHeightAt } from './zoom';

const padding = 32;

interface PictureGridProps {
  readonly answer: LibraryAnswer;
  readonly toTop: number;
}

/** The pictures in justified rows. */
export function PictureGrid({ answer, toTop }: PictureGridProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const { zoom, open, sort } = useView((state) => state.library);
  const openId = useIdOf(open);
  const { active, place } = useActivePlace();
  const rows = useMemo(() => justify(answer, width - padding, pictureHeightAt(zoom)), [answer, width, zoom]);
  const chosen = useChosen((state) => state.chosen);
  const band = useRubberBand(frame, { rows, shapes: answer, inset: padding / 2 });
  const activeRow = rows[rowOf(rows, place)]?.key ?? null;
  const stand = useRestoredTop((id) => {
    const at = width > padding ? answer.ids.indexOf(id) : -1;
    return at === -1 ? undefined : rows[rowOf(rows, at)]?.key;
  });
  const onKey = useGridKeys(active, (key) => {
    const to = moveInGrid(rows, answer, place, key);
    return to === null ? null : (answer.ids[to] ?? null);
  });

  return (
    <div ref={frame} className={styles.frame}>
      <VirtualRows
        label={t('Pictures')}
        role="grid"
        multiselectable
        className={styles.grid}
        rows={rows}
        active={activeRow}
        {...(activeRow !== null && active !== null && { activeDescendant: cellId(active) })}
        toTop={toTop}
        render={(row) =>
          row.kind === 'group' ? (
            <GroupHeading group={row.group} by={sort.by} />
          ) : (
            cellsOf(row, answer).map(({ id, left, width: own }) => (
              <PictureCell
                key={id}
                domId={cellId(id)}
                id={id}
                left={left}
                width={own}
                height={row.pictureHeight}
                selected={chosen.count > 0 ? isChosen(chosen, id) : open !== null && id === openId}
                choosing={chosen.count > 0}
                active={id === active}
              />
            ))
          )
        }
        onMove={(row) => setCursor(answer.ids[row.from] ?? null)}
        onPick={(_, event) => {
          const id = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-id]')?.dataset['id'] : undefined;
          if (id !== undefined) pickPicture(Number(id), event);
        }}
        onKey={onKey}
        onTopChange={setLibraryAtTop}
        onScrolled={flownTo}
        stand={stand}
        onSight={(first) => keepTop(answer.ids[first.from], first.from === 0)}
      />
      {band !== null && <div className={styles.band} style={band} />}
    </div>
  );
}

const cellId = (id: number) => `picture-${id}`;
