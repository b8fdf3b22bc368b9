import { t } from '@shared/language/language';
import type { ScoreSpan } from '@shared/library/quality-overview';
import { useRef } from 'react';
import { useWidth } from '../../../parts/use-width';
import { scoreInWords } from './score-bars';
import styles from './time-chart.module.css';
import { namedSpans, placesOf, scoresDrawn, spanInWords, spanShort } from './time-points';
import { Tips } from './tips';
import { useRoving } from './use-roving';

const height = 176;
const above = 8;
const left = 30;
const right = 14;
const below = 22;
const apart = 84;
/** Of so many each shows its own quartiles. */
const fewPoints = 12;

interface TimeChartProps {
  readonly label: string;
  readonly spans: readonly ScoreSpan[];
  readonly onPick: (span: ScoreSpan) => void;
}

/** The median over time in the band in which half of the pictures lie, the cleaner the higher; each point leads to its pictures. */
export function TimeChart({ label, spans, onPick }: TimeChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const press = (at: number) => {
    const span = spans[at];
    if (span !== undefined) onPick(span);
  };
  const { group, item } = useRoving(spans.length, { first: spans.length - 1, onPress: press });
  const places = placesOf(spans);
  const [least, most] = scoresDrawn(spans);
  const room = Math.max(1, width - left - right);
  const x = (at: number) => left + (places[at] ?? 0) * room;
  const y = (score: number) => above + ((score - least) / (most - least)) * height;
  const line = (scoreOf: (span: ScoreSpan) => number) => spans.map((span, at) => `${x(at).toFixed(1)} ${y(scoreOf(span)).toFixed(1)}`);
  const severalYears = spans[0]?.from.slice(0, 4) !== spans.at(-1)?.to.slice(0, 4);
  const reach = Math.max(4, Math.min(24, room / Math.max(1, spans.length) / 2));
  const scores = Array.from({ length: (most - least) / 10 + 1 }, (_, at) => least + at * 10);
  const lines = scores.length > 6 ? scores.filter((score) => score % 20 === 0) : scores;
  return (
    <div ref={frame}>
      {width > 0 && (
        <Tips>
          <svg className={styles.chart} width={width} height={above + height + below} role="group" aria-label={label} {...group}>
            {lines.map((score) => (
              <g key={score} aria-hidden>
                <path className={styles.grid} d={`M${left} ${Math.round(y(score)) + 0.5}H${width}`} />
                <text x={left - 8} y={y(score) + 4} textAnchor="end">
                  {score}
                </text>
              </g>
            ))}
            <path className={styles.half} d={`M${[...line(({ p25 }) => p25), ...line(({ p75 }) => p75).reverse()].join('L')}Z`} />
            <path className={styles.median} d={`M${line(({ p50 }) => p50).join('L')}`} />
            {spans.map((span, at) => {
              const said = spanSaid(span);
              return (
                <g
                  key={span.from}
                  className={styles.point}
                  role="button"
                  aria-label={said}
                  data-tip={said}
                  onClick={() => press(at)}
                  {...item(at)}
                >
                  <rect className={styles.reach} x={x(at) - reach} y={above} width={reach * 2} height={height} rx="3" />
                  {spans.length <= fewPoints && <path className={styles.spread} d={`M${x(at)} ${y(span.p25)}V${y(span.p75)}`} />}
                  <circle data-body className={styles.dot} cx={x(at)} cy={y(span.p50)} r={spans.length > 40 ? 2.5 : 3.5} />
                </g>
              );
            })}
            {namedSpans(places, room, apart).map((at) => {
              const span = spans[at];
              if (span === undefined) return null;
              const anchor = x(at) < left + apart / 2 ? 'start' : x(at) > width - apart / 2 ? 'end' : 'middle';
              return (
                <text key={span.from} x={anchor === 'end' ? width : x(at)} y={above + height + 18} textAnchor={anchor}>
                  {spanShort(span, severalYears)}
                </text>
              );
            })}
          </svg>
        </Tips>
      )}
    </div>
  );
}

/** `Jun 2026: median 24.6, half between 15.1 and 33.0, 214 pictures`. */
function spanSaid(span: ScoreSpan): string {
  const { count, p25, p50, p75 } = span;
  const said = { span: spanInWords(span), median: scoreInWords(p50), count };
  if (count < 4) return t('{span}: median {median}, {count, plural, one {# picture} other {# pictures}}', said);
  return t('{span}: median {median}, half between {p25} and {p75}, {count, plural, one {# picture} other {# pictures}}', {
    ...said,
    p25: scoreInWords(p25),
    p75: scoreInWords(p75),
  });
}
