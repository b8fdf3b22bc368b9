import { t } from '@shared/language/language';
import type { RatingBands } from '@shared/library/rating';
import { starsInWords } from '@shared/story/words';
import { useState } from 'react';
import { limitName } from './limit-handles';
import styles from './limit-field.module.css';
import { movedByKey, moveLimit, roomOf } from './move-limit';

interface LimitFieldProps {
  readonly bands: RatingBands;
  readonly index: number;
  readonly onMove: (bands: RatingBands) => void;
}

/** A limit as a number: written, or moved with the arrow keys up and down. */
export function LimitField({ bands, index, onMove }: LimitFieldProps) {
  const [written, setWritten] = useState<string | null>(null);
  const limit = bands[index] ?? 0;
  const { from, to } = roomOf(bands, index);
  const take = () => {
    if (written !== null && written.trim() !== '') onMove(moveLimit(bands, index, Number(written.replace(',', '.'))));
    setWritten(null);
  };
  return (
    <label className={styles.field}>
      <span>{t('{stars} below', { stars: starsInWords(5 - index) })}</span>
      <input
        type="text"
        inputMode="decimal"
        role="spinbutton"
        aria-label={limitName(index)}
        aria-valuemin={from}
        aria-valuemax={to}
        aria-valuenow={limit}
        maxLength={6}
        value={written ?? String(limit)}
        onChange={(event) => setWritten(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && written !== null) {
            event.stopPropagation();
            setWritten(null);
          }
          if (event.key === 'Enter') take();
          const next = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown'].includes(event.key) ? movedByKey(event, bands, index) : null;
          if (next === null) return;
          event.preventDefault();
          setWritten(null);
          onMove(next);
        }}
      />
    </label>
  );
}
