import { t } from '@shared/language/language';
import { Check, Film } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { Icon } from '../../../parts/icon';
import { Thumb } from '../../../parts/thumb';
import { useWidth } from '../../../parts/use-width';
import { VirtualRows } from '../../../parts/virtual-rows';
import { cardNow, useCard } from '../../../store/use-library-cards';
import { cellAfter, rowsOf } from './picker-cells';
import styles from './picker.module.css';

interface PickerGridProps {
  readonly ids: Uint32Array;
  /** Content hashes. */
  readonly chosen: readonly string[];
  readonly onToggle: (hash: string) => void;
}

const cellWidth = 130;
const rowHeight = 130;

/** Pictures in rows of squares, of which several can be chosen. */
export function PickerGrid({ ids, chosen, onToggle }: PickerGridProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const columns = Math.max(1, Math.floor(width / cellWidth));
  const rows = useMemo(() => rowsOf(ids.length, columns, rowHeight), [ids.length, columns]);
  const [cursor, setCursor] = useState(0);
  const at = Math.min(cursor, ids.length - 1);
  const picked = useMemo(() => new Set(chosen), [chosen]);
  const toggle = (place: number) => {
    setCursor(place);
    const hash = cardNow(ids[place] ?? 0)?.content_hash;
    if (hash !== undefined) onToggle(hash);
  };
  return (
    <div ref={frame} className={styles.frame}>
      {width > 0 && (
        <VirtualRows
          label={t('Pictures to pick')}
          role="grid"
          rows={rows}
          active={rows[Math.floor(at / columns)]?.key ?? null}
          activeDescendant={cellId(ids[at] ?? 0)}
          className={styles.grid}
          render={(row) =>
            Array.from(ids.subarray(row.from, row.to), (id, i) => (
              <PickerCell key={id} id={id} place={row.from + i} active={row.from + i === at} picked={picked} />
            ))
          }
          onMove={(row) => setCursor(row.from)}
          onPick={(_, event) => {
            const place = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-place]')?.dataset['place'] : undefined;
            if (place !== undefined) toggle(Number(place));
          }}
          onKey={(event) => {
            if (event.ctrlKey || event.metaKey || event.altKey) return;
            const next = cellAfter(at, event.key, columns, ids.length);
            const isPick = event.key === ' ' || event.key === 'Enter';
            if (next === null && !isPick) return;
            event.preventDefault();
            if (isPick) toggle(at);
            else if (next !== null) setCursor(next);
          }}
        />
      )}
    </div>
  );
}

interface PickerCellProps {
  readonly id: number;
  readonly place: number;
  readonly active: boolean;
  readonly picked: ReadonlySet<string>;
}

function PickerCell({ id, place, active, picked }: PickerCellProps) {
  const card = useCard(id);
  const chosen = card !== null && picked.has(card.content_hash);
  const video = card?.media_type === 'video';
  return (
    <div
      role="gridcell"
      id={cellId(id)}
      className={styles.cell}
      aria-label={card === null ? t('Loading') : video ? t('{name}, video', { name: card.file_name }) : card.file_name}
      aria-selected={chosen}
      data-place={place}
      data-at={active}
    >
      <Thumb hash={card?.content_hash ?? null} softly={card?.thumb_hash} video={video} className={styles.picture} />
      {video && <span className={styles.video}><Icon of={Film} size="sm" inherit /></span>}
      {chosen && <span className={styles.tick}><Icon of={Check} size="sm" inherit /></span>}
    </div>
  );
}

const cellId = (id: number) => `pick-${id}`;
