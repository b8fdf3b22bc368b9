import { useMemo, useRef, useState } from 'react';
import { NewPill } from '../../parts/new-pill';
import { number } from '../../parts/numbers';
import { useWidth } from '../../parts/use-width';
import { VirtualRows } from '../../parts/virtual-rows';
import { loadOlderAssets } from '../../store/actions';
import { useLog } from '../../store/use-log';
import { setLibrary, useView } from '../../store/use-view';
import { DayHeading } from './day-heading';
import { justify } from './justify';
import { PictureCell } from './picture-cell';
import styles from './picture-grid.module.css';
import type { Library } from './use-library';
import { useGridKeys } from './use-grid-keys';
import { pictureHeightAt } from './zoom';

const padding = 32;

/** The pictures in justified rows. */
export function PictureGrid({ library }: { readonly library: Library }) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const { zoom, open } = useView((state) => state.library);
  const before = useLog((state) => state.assets_before);
  const [cursor, setCursor] = useState<string | null>(null);
  const [toTop, setToTop] = useState(0);
  const active = open ?? cursor;
  const rows = useMemo(
    () => justify(library.assets, width - padding, pictureHeightAt(zoom), before === null),
    [library.assets, width, zoom, before],
  );
  const onKey = useGridKeys(rows, active, setCursor);
  // A new function for each page: the list asks again when the last answer was not enough to fill it.
  const loadMore = useMemo(() => (before === null ? () => undefined : () => void loadOlderAssets()), [before]);
  const activeRow = active === null ? null : (rows.find((row) => row.kind === 'pictures' && row.cells.some((cell) => cell.asset.content_hash === active))?.key ?? null);

  const pick = (target: EventTarget) => {
    const hash = target instanceof Element ? target.closest<HTMLElement>('[data-hash]')?.dataset['hash'] : undefined;
    if (hash === undefined) return;
    setCursor(hash);
    setLibrary({ open: hash });
  };

  return (
    <div ref={frame} className={styles.frame}>
      {library.waiting > 0 && <NewPill text={`${number(library.waiting)} new`} onPress={() => setToTop((times) => times + 1)} />}
      <VirtualRows
        label="Pictures"
        role="grid"
        className={styles.grid}
        rows={rows}
        active={activeRow}
        {...(activeRow !== null && active !== null && { activeDescendant: cellId(active) })}
        toTop={toTop}
        render={(row) =>
          row.kind === 'day' ? (
            <DayHeading day={row.day} count={row.count} whole={row.whole} />
          ) : (
            row.cells.map(({ asset, left, width: own }) => (
              <PictureCell
                key={asset.content_hash}
                id={cellId(asset.content_hash)}
                asset={asset}
                left={left}
                width={own}
                height={row.pictureHeight}
                selected={asset.content_hash === open}
                active={asset.content_hash === active}
                onLook={lookAt}
              />
            ))
          )
        }
        onMove={(row) => {
          if (row.kind === 'pictures') setCursor(row.cells[0]?.asset.content_hash ?? null);
        }}
        onPick={(_, event) => pick(event.target)}
        onKey={onKey}
        onNearEnd={loadMore}
        onTopChange={library.setAtTop}
      />
    </div>
  );
}

const lookAt = (content_hash: string) => setLibrary({ open: content_hash, quick_look: true });
const cellId = (hash: string) => `picture-${hash}`;
