import { t } from '@shared/language/language';
import type { QualityOverview } from '@shared/library/quality-overview';
import { scoreInWords } from './score-bars';
import styles from './spread-strip.module.css';

export type Spread = NonNullable<QualityOverview['spread']>;

/** Of fewer pictures shares say nothing; then there is the median alone. */
export const enoughForShares = 20;
const middle = 9;
/** Room for the median in words. */
const wordsWide = 88;

/** Where most scores lie: nine in ten on the thin line, half in the bar, the median at its mark. */
export function SpreadStrip({ spread, width, rated }: { readonly spread: Spread; readonly width: number; readonly rated: number }) {
  const { p5, p25, p50, p75, p95 } = spread;
  const x = (score: number) => (score / 100) * width;
  const right = Math.max(x(rated < enoughForShares ? p50 : p95), x(p50)) + 8;
  const fits = right + wordsWide < width;
  return (
    <svg className={styles.strip} width={width} height="18" role="img" aria-label={spreadInWords(spread, rated)}>
      {rated >= enoughForShares && (
        <>
          <path className={styles.most} d={`M${x(p5)} ${middle}H${x(p95)}M${x(p5)} ${middle - 3}v6M${x(p95)} ${middle - 3}v6`} />
          <rect className={styles.half} x={x(p25)} y={middle - 4} width={Math.max(2, x(p75) - x(p25))} height="8" rx="2" />
        </>
      )}
      <path className={styles.median} d={`M${x(p50)} ${middle - 7}v14`} />
      <text x={fits ? right : Math.max(wordsWide, x(rated < enoughForShares ? p50 : p5) - 8)} y={middle + 4} textAnchor={fits ? 'start' : 'end'}>
        {t('median {score}', { score: scoreInWords(p50) })}
      </text>
    </svg>
  );
}

/** `Half of all lie between 18.2 and 41.0, nine in ten between 8.1 and 60.3; the median is 29.7.` */
export function spreadInWords({ p5, p25, p50, p75, p95 }: Spread, rated: number): string {
  const median = scoreInWords(p50);
  if (rated < enoughForShares) return t('The median is {median}.', { median });
  return t('Half of all lie between {p25} and {p75}, nine in ten between {p5} and {p95}; the median is {median}.', {
    p5: scoreInWords(p5),
    p25: scoreInWords(p25),
    p75: scoreInWords(p75),
    p95: scoreInWords(p95),
    median,
  });
}
