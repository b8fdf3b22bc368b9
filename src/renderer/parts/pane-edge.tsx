import { inSentence } from '@shared/language/formats';
import { t } from '@shared/language/language';
import { type ComponentProps, type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { cx } from './cx';
import styles from './pane-edge.module.css';
import type { PaneLimits, PaneSize } from './pane-sizes';
import { sizeByKey, sizeByPointer } from './side-pane-edge';

interface PaneEdgeProps extends PaneSize {
  readonly label: string;
  readonly limits: PaneLimits;
  /** Which way the pane grows. */
  readonly towards: 'left' | 'right';
  /** Whether it can be folded away. */
  readonly folds?: boolean;
}

/** The edge of a pane: dragged or moved with the arrow keys; a double click gives back the usual width, Enter folds. */
export function PaneEdge({ label, limits, size, resize, towards, folds = false }: PaneEdgeProps) {
  /** Where the edge would be if the pane had no width. */
  const origin = useRef(0);
  const edge = { ...limits, size, folds, towards };

  const grasp = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    const { left, right } = event.currentTarget.getBoundingClientRect();
    const here = (left + right) / 2;
    origin.current = towards === 'left' ? here + size : here - size;
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const distance = towards === 'left' ? origin.current - event.clientX : event.clientX - origin.current;
    const wanted = sizeByPointer(distance, edge);
    if (Math.abs(distance - size) > 1) resize(wanted);
  };
  const moveByKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const wanted = sizeByKey(event.key, event.shiftKey, edge);
    if (wanted === undefined) return;
    event.preventDefault();
    resize(wanted);
  };

  return (
    <Separator
      className={cx(styles.edge)}
      role="separator"
      aria-label={t('Width of {label}', { label: inSentence(label) })}
      aria-orientation="vertical"
      aria-valuemin={folds ? 0 : limits.narrowest}
      aria-valuemax={limits.widest}
      aria-valuenow={size}
      aria-valuetext={size === 0 ? t('folded away') : t('{size, number} pixels', { size })}
      tabIndex={0}
      data-towards={towards}
      data-folded={size === 0}
      onPointerDown={grasp}
      onPointerMove={drag}
      onDoubleClick={() => resize(null)}
      onKeyDown={moveByKey}
    />
  );
}

/** One that can be moved takes the keyboard. */
function Separator(props: ComponentProps<'div'>) {
  return <div {...props} />;
}
