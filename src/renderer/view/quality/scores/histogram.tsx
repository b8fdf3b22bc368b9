import { eitherOf } from '@shared/language/formats';
import { t } from '@shared/language/language';
import { scoreBinWidth } from '@shared/library/quality-overview';
import type { RatingBands } from '@shared/library/rating';
import { starsInWords } from '@shared/story/words';
import { type ReactNode, useRef } from 'react';
import { cx } from '../../../parts/cx';
import { number } from '../../../parts/numbers';
import { useWidth } from '../../../parts/use-width';
import band from './band-fill.module.css';
import styles from './histogram.module.css';
import { bandParts, bandsOfScale, gridLines } from './score-bars';
import { Tips } from './tips';
import { useRoving } from './use-roving';

interface HistogramProps {
  readonly label: string;
  /** Pictures per bar. */
  readonly bins: readonly number[];
  readonly bands: RatingBands;
  /** The limits that hold, when others are only tried. */
  readonly before?: RatingBands;
  /** What stands above each band, by stars. */
  readonly above: (stars: number, wide: boolean) => ReactNode;
  readonly onPick: (from: number, to: number) => void;
  /** What lies over and below the bars; it gets their width. */
  readonly children?: (width: number) => ReactNode;
}

const height = 208;
const groundLook = cx(band.fill, styles.ground);
/** A band that is narrower has no room for words. */
const wideEnough = 76;
const narrowest = 34;

/** How scores lie: a bar for every two points, on the ground of the stars that they earn. Each bar leads to its pictures. */
export function Histogram({ label, bins, bands, before, above, onPick, children }: HistogramProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const lines = gridLines(Math.max(...bins));
  const top = lines.at(-1) ?? 1;
  const x = (score: number) => (score / 100) * width;
  const y = (count: number) => height - (count / top) * (height - 1);
  const press = (bin: number) => {
    if ((bins[bin] ?? 0) > 0) onPick(bin * scoreBinWidth, (bin + 1) * scoreBinWidth);
  };
  const { group, item } = useRoving(bins.length, { first: Math.max(0, bins.findIndex((count) => count > 0)), onPress: press });
  return (
    <div ref={frame} className={styles.frame}>
      {width > 0 && (
        <Tips>
          <div className={styles.above}>
            {bandsOfScale(bands).map(({ from, to, stars }) =>
              x(to) - x(from) < narrowest ? null : (
                <span key={stars} style={{ left: x(from), width: x(to) - x(from) }}>
                  {above(stars, x(to) - x(from) >= wideEnough)}
                </span>
              ),
            )}
          </div>
          <svg className={styles.plot} width={width} height={height} role="group" aria-label={label} {...group}>
            {bandsOfScale(bands).map(({ from, to, stars }) => (
              <rect key={stars} className={groundLook} data-stars={stars} x={x(from)} width={x(to) - x(from)} height={height} />
            ))}
            {lines.map((count) => (
              <path key={count} className={styles.grid} d={`M0 ${Math.round(y(count)) + 0.5}H${width}`} />
            ))}
            {bins.map((count, bin) => {
              const [from, to] = [bin * scoreBinWidth, (bin + 1) * scoreBinWidth];
              const said = barInWords(from, to, count, bands);
              const tall = count === 0 ? 0 : Math.max(2, height - y(count));
              return (
                <g
                  key={from}
                  className={styles.bar}
                  role="button"
                  aria-label={said}
                  aria-disabled={count === 0}
                  data-tip={said}
                  onClick={() => press(bin)}
                  {...item(bin)}
                >
                  <rect className={styles.reach} x={x(from) + 1} y="1" width={x(to) - x(from) - 2} height={height - 2} rx="2" />
                  <rect data-body x={x(from)} y={height - tall} width={x(to) - x(from)} height={tall} fill="none" />
                  {bandParts(from, to, bands, before).map((part) => (
                    <rect
                      key={part.from}
                      className={cx(band.fill, styles.part)}
                      data-stars={part.stars}
                      data-changed={part.changed}
                      x={x(part.from) + (part.from === from ? 1 : 0)}
                      y={height - tall}
                      width={Math.max(0, x(part.to) - x(part.from) - (part.from === from ? 1 : 0) - (part.to === to ? 1 : 0))}
                      height={tall}
                    />
                  ))}
                </g>
              );
            })}
            <path className={styles.base} d={`M0 ${height - 0.5}H${width}`} />
            {lines.map((count) => (
              <text key={count} className={styles.amount} x={width - 4} y={Math.round(y(count)) + 13} textAnchor="end">
                {count === top ? t('{count, plural, one {# picture} other {# pictures}}', { count }) : number(count)}
              </text>
            ))}
          </svg>
          {children?.(width)}
        </Tips>
      )}
    </div>
  );
}

function barInWords(from: number, to: number, count: number, bands: RatingBands): string {
  const stars = eitherOf(new Set(bandParts(from, to, bands).map((part) => starsInWords(part.stars))));
  return t('{from, number} to {to, number}: {count, plural, one {# picture} other {# pictures}}, {stars}', { from, to, count, stars });
}
