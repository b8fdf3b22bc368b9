import { t } from '@shared/language/language';
import type { RatingBands } from '@shared/library/rating';
import styles from './score-axis.module.css';

/** Two numbers that stand closer than this cannot both be read. */
const apart = 26;
const ends = 72;

/** The scale below the bars: its ends in words, and the limits between the stars. */
export function ScoreAxis({ width, bands }: { readonly width: number; readonly bands: RatingBands }) {
  const x = (score: number) => (score / 100) * width;
  const shown = bands.filter((limit, at) => {
    const before = bands[at - 1];
    return x(limit) > ends && x(limit) < width - ends && (before === undefined || x(limit) - x(before) >= apart);
  });
  return (
    <svg className={styles.axis} width={width} height="20" aria-hidden>
      {bands.map((limit) => (
        <path key={limit} className={styles.tick} d={`M${x(limit)} 0v5`} />
      ))}
      <text x="0" y="16">{t('0 cleaner')}</text>
      {shown.map((limit) => (
        <text key={limit} className={styles.limit} x={x(limit)} y="16" textAnchor="middle">
          {Math.round(limit * 10) / 10}
        </text>
      ))}
      <text x={width} y="16" textAnchor="end">{t('poorer 100')}</text>
    </svg>
  );
}
