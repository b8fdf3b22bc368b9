import type { EventFamily } from '@shared/events/catalog';
import { t } from '@shared/language/language';
import { memo, type ReactElement } from 'react';
import { cx } from './cx';
import styles from './shape.module.css';

export type Mark = 'done' | 'running' | 'failed';

interface ShapeProps {
  readonly family: EventFamily;
  readonly mark?: Mark;
  readonly small?: boolean;
  /** Set when words beside it say the same. */
  readonly silent?: boolean;
}

const outlines: Readonly<Record<EventFamily, ReactElement>> = {
  asset: <rect x="1.5" y="1.5" width="9" height="9" rx="1.8" />,
  quality: <path d="M6 .6 11.4 6 6 11.4 .6 6Z" strokeLinejoin="round" />,
  workflow: <path d="M2.2 1.2 11 6 2.2 10.8Z" strokeLinejoin="round" />,
  creative: <circle cx="6" cy="6" r="4.9" />,
  system: <rect x="1" y="4" width="10" height="4" rx="1.6" />,
};

const words: Readonly<Record<EventFamily, Readonly<Record<Mark, string>>>> = {
  asset: { done: t('asset'), running: t('asset, running'), failed: t('asset, failed') },
  quality: { done: t('quality'), running: t('quality, running'), failed: t('quality, failed') },
  workflow: { done: t('workflow'), running: t('workflow, running'), failed: t('workflow, failed') },
  creative: { done: t('creative'), running: t('creative, running'), failed: t('creative, failed') },
  system: { done: t('system'), running: t('system, running'), failed: t('system, failed') },
};

/** The mark of an event family: colour and shape, so that neither stands alone. Hollow runs, a red × failed. */
export const Shape = memo(function Shape({ family, mark = 'done', small = false, silent = false }: ShapeProps) {
  const spoken = silent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': words[family][mark] };
  const filled = mark === 'done' ? { fill: 'currentColor' } : { fill: 'none', stroke: 'currentColor', strokeWidth: 1.6 };
  return (
    <svg className={cx(styles.shape, small && styles.small, styles[mark === 'failed' ? 'failed' : family])} viewBox="0 0 12 12" {...spoken}>
      <g {...filled}>{outlines[family]}</g>
      {mark === 'failed' && (
        <path d="M4.1 4.1 7.9 7.9M7.9 4.1 4.1 7.9" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
      )}
    </svg>
  );
});

interface ShapeMarkProps {
  readonly family: EventFamily;
  readonly x: number;
  readonly y: number;
  /** Its width and height; at most 12, as family colours are for small shapes only. */
  readonly size: number;
}

/** The filled shape of a family inside a larger drawing, with its middle at a point. */
export function ShapeMark({ family, x, y, size }: ShapeMarkProps) {
  return (
    <g className={styles[family]} fill="currentColor" transform={`translate(${x - size / 2} ${y - size / 2}) scale(${size / 12})`}>
      {outlines[family]}
    </g>
  );
}
