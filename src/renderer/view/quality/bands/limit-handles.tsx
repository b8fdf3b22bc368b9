import { t } from '@shared/language/language';
import type { RatingBands } from '@shared/library/rating';
import { starsInWords } from '@shared/story/words';
import { type PointerEvent, useRef } from 'react';
import styles from './limit-handles.module.css';
import { movedByKey, moveLimit, roomOf } from './move-limit';

interface LimitHandlesProps {
  readonly width: number;
  readonly bands: RatingBands;
  /** The limits that hold: they show through where others are tried. */
  readonly holding: RatingBands;
  readonly onMove: (bands: RatingBands) => void;
}

const names = [
  t('Limit between five and four stars'),
  t('Limit between four and three stars'),
  t('Limit between three and two stars'),
  t('Limit between two and one star'),
];

/** `Limit between five and four stars`. */
export function limitName(index: number): string {
  return names[index] ?? '';
}

/** The limits between the stars, over the bars: each can be dragged, or moved with the arrow keys. */
export function LimitHandles({ width, bands, holding, onMove }: LimitHandlesProps) {
  const frame = useRef<HTMLDivElement>(null);
  const x = (limit: number) => (limit / 100) * width;
  const drag = (index: number) => (event: PointerEvent<HTMLElement>) => {
    const around = frame.current?.getBoundingClientRect();
    if (around === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    onMove(moveLimit(bands, index, Math.round(((event.clientX - around.left) / around.width) * 100)));
  };
  return (
    <div ref={frame} className={styles.frame}>
      {holding.map((limit, index) => limit !== bands[index] && <i key={limit} className={styles.before} style={{ left: x(limit) }} />)}
      {bands.map((limit, index) => {
        const { from, to } = roomOf(bands, index);
        return (
          <div
            key={limitName(index)}
            className={styles.handle}
            style={{ left: x(limit) }}
            role="slider"
            tabIndex={0}
            aria-label={limitName(index)}
            aria-orientation="horizontal"
            aria-valuemin={from}
            aria-valuemax={to}
            aria-valuenow={limit}
            aria-valuetext={t('{limit, number}: {stars} below it', { limit, stars: starsInWords(5 - index) })}
            data-moved={limit !== holding[index]}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              event.currentTarget.focus();
            }}
            onPointerMove={drag(index)}
            onKeyDown={(event) => {
              const next = event.ctrlKey || event.metaKey || event.altKey ? null : movedByKey(event, bands, index);
              if (next === null) return;
              event.preventDefault();
              onMove(next);
            }}
          >
            <span className={styles.value}>{limit}</span>
          </div>
        );
      })}
    </div>
  );
}
