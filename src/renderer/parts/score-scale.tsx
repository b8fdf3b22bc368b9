import { fixed } from '@shared/language/formats';
import { t } from '@shared/language/language';
import { defaultBands, type RatingBands } from '@shared/library/rating';
import styles from './score-scale.module.css';

interface ScoreScaleProps {
  /** BRISQUE, 0 clean … 100 poor. */
  readonly score: number;
  /** The limits between the stars that hold in the library. */
  readonly bands?: RatingBands;
}

const width = 350;
const gap = 2;
/** Two numbers that stand closer than this cannot both be read. */
const apart = 24;

/** Where a score lies between the bands. */
export function ScoreScale({ score, bands = defaultBands }: ScoreScaleProps) {
  const edges = [0, ...bands.map((band) => Math.min(100, Math.max(0, band))), 100].map((edge) => (edge / 100) * width);
  const at = (Math.min(100, Math.max(0, score)) / 100) * width;
  return (
    <svg className={styles.scale} viewBox={`0 0 ${width} 38`} role="img" aria-label={t('BRISQUE {score} on a scale of 0 to 100, lower is better', { score: fixed(score, 1) })}>
      {edges.slice(1).map((end, index) => {
        const start = (edges[index] ?? 0) + (index === 0 ? 0 : gap / 2);
        const wide = Math.max(0, end - start - gap / 2);
        return <rect key={`${5 - index} stars`} className={styles[`band${5 - index}`]} x={start} y="12" width={wide} height="7" rx="1.5" />;
      })}
      <path className={styles.mark} d={`M${at - 5} 2h10l-5 8z`} />
      <text x="0" y="34">{t('0 clean')}</text>
      {bands.map((band, index) => {
        const x = (band / 100) * width;
        const before = index === 0 ? 48 - apart : ((bands[index - 1] ?? 0) / 100) * width;
        if (x - before < apart || width - x < apart) return null;
        return (
          <text key={band} x={x} y="34" textAnchor="middle">
            {Math.round(band * 10) / 10}
          </text>
        );
      })}
      <text x={width} y="34" textAnchor="end">100</text>
    </svg>
  );
}
