import { t } from '@shared/language/language';
import { Segmented } from '../../../parts/segmented';
import { Shape } from '../../../parts/shape';
import { number } from '../../../parts/numbers';
import { flow } from '../../../store/flow';
import { setSystem, useView } from '../../../store/use-view';
import { Card } from '../../../parts/card';
import { type Column, DataTable } from '../../../parts/data-table';
import styles from './rate-card.module.css';
import { allName, binOf, rateChart, rateInWords, type RateLine } from './rate-lines';
import { RatePlot } from './rate-plot';

const stretches = [
  ['1', t('1 min')],
  ['5', t('5 min')],
  ['15', t('15 min')],
] as const;
const kinds = [
  ['family', t('Family')],
  ['type', t('Type')],
] as const;

const columns: readonly Column<RateLine>[] = [
  {
    name: t('Line'),
    cell: ({ name, family, dash }) => (
      <span className={styles.line}>
        {name === allName ? <AllKey /> : <Dash dash={dash} family={family} />}
        <span data-mono={name.includes('.')}>{name}</span>
      </span>
    ),
  },
  { name: t('Now'), number: true, cell: ({ now }) => t('{rate}/s', { rate: rateInWords(now) }) },
  { name: t('Highest'), number: true, cell: ({ highest }) => t('{rate}/s', { rate: rateInWords(highest) }) },
  { name: t('Events'), number: true, cell: ({ total }) => number(total) },
];

/** How busy the log has been: the curve, and beside it the same in numbers. */
export function RateCard({ now }: { readonly now: number }) {
  const { minutes, lines } = useView((state) => state.system);
  const chart = rateChart(flow, { minutes, by: lines, now });
  const bin = binOf(minutes);
  const rows = chart.all.total === 0 ? [] : [...chart.lines, chart.all];
  const spoken = t(
    'Events a second over the last {minutes, plural, =1 {minute} one {# minute} other {# minutes}}: now {now}, at most {highest}. The table has the same numbers.',
    { minutes, now: rateInWords(chart.all.now), highest: rateInWords(chart.all.highest) },
  );
  return (
    <Card
      wide
      title={t('Events a second')}
      about={bin === 1 ? t('Each bar is a second') : t('Each bar is the mean of {bin, number} seconds', { bin })}
      end={
        <div className={styles.controls}>
          <Segmented label={t('Lines by')} options={kinds} value={lines} onChange={(next) => setSystem({ lines: next })} />
          <Segmented
            label={t('How far back')}
            options={stretches}
            value={String(minutes) as (typeof stretches)[number][0]}
            onChange={(next) => setSystem({ minutes: Number(next) as typeof minutes })}
          />
        </div>
      }
    >
      <div className={styles.split}>
        <RatePlot chart={chart} label={spoken} />
        <div className={styles.table}>
          <DataTable label={t('Events a second')} columns={columns} rows={rows} keyOf={({ name }) => name} none={t('No events in this time.')} />
        </div>
      </div>
    </Card>
  );
}

/** The shape at the end of a line, and a piece of it when it is not whole. */
function Dash({ dash, family }: Pick<RateLine, 'dash' | 'family'>) {
  return (
    <span className={styles.key}>
      <Shape family={family} small silent />
      {dash.length > 0 && (
        <svg className={styles.dash} width="20" height="8" aria-hidden>
          <line x1="0" y1="4" x2="20" y2="4" strokeDasharray={dash.join(' ')} />
        </svg>
      )}
    </span>
  );
}

function AllKey() {
  return (
    <svg className={styles.bars} width="9" height="9" viewBox="0 0 9 9" aria-hidden>
      <path d="M0 4h2.4v5H0zM3.3 0h2.4v9H3.3zM6.6 2.5H9V9H6.6z" />
    </svg>
  );
}
