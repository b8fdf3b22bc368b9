import { t } from '@shared/language/language';
import { type ScoreDivision, smallBinWidth } from '@shared/library/quality-overview';
import type { RatingBands } from '@shared/library/rating';
import type { HTMLAttributes } from 'react';
import band from './band-fill.module.css';
import { bandParts } from './score-bars';
import styles from './small-bars.module.css';

interface SmallBarsProps {
  readonly label: string;
  readonly division: ScoreDivision;
  readonly bands: RatingBands;
  readonly item: (bar: number) => HTMLAttributes<Element>;
  readonly onPick: (bar: number) => void;
}

const height = 26;

/** How the scores of one division lie, with its middle half on a line below; each bar leads to its pictures. */
export function SmallBars({ label, division: { bins, p25, p50, p75 }, bands, item, onPick }: SmallBarsProps) {
  const most = Math.max(1, ...bins);
  return (
    <svg className={styles.bars} viewBox={`0 0 100 ${height + 5}`} preserveAspectRatio="none" role="group" aria-label={label}>
      {bins.map((count, bar) => {
        const [from, to] = [bar * smallBinWidth, (bar + 1) * smallBinWidth];
        const tall = count === 0 ? 0 : Math.max(2, (count / most) * height);
        const said = t('{from, number} to {to, number}: {count, plural, one {# picture} other {# pictures}}', { from, to, count });
        return (
          <g key={from} className={styles.bar} role="button" aria-label={said} aria-disabled={count === 0} data-tip={said} onClick={() => onPick(bar)} {...item(bar)}>
            <rect className={styles.reach} x={from} width={smallBinWidth} height={height} />
            <rect data-body x={from} y={height - tall} width={smallBinWidth} height={tall} fill="none" />
            {bandParts(from, to, bands).map((part) => (
              <rect
                key={part.from}
                className={band.fill}
                data-stars={part.stars}
                x={part.from + (part.from === from ? 0.25 : 0)}
                y={height - tall}
                width={part.to - part.from - (part.from === from ? 0.25 : 0) - (part.to === to ? 0.25 : 0)}
                height={tall}
              />
            ))}
          </g>
        );
      })}
      <path className={styles.base} d={`M0 ${height}H100`} />
      <path className={styles.half} d={`M${p25} ${height + 3}H${Math.max(p25 + 0.3, p75)}`} />
      <path className={styles.median} d={`M${p50} ${height + 0.5}v4.5`} />
    </svg>
  );
}
