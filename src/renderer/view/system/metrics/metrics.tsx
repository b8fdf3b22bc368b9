import { familyOf } from '@shared/events/catalog';
import type { SystemOverview } from '@shared/ipc/system-overview';
import { t } from '@shared/language/language';
import type { BusStats, ServiceStats } from '@shared/library/bus-stats';
import { type Fact, Facts } from '../../../parts/facts';
import { number } from '../../../parts/numbers';
import { Shape } from '../../../parts/shape';
import { duration } from '../../../parts/times';
import { useView } from '../../../store/use-view';
import { milliseconds } from '../milliseconds';
import { Card } from '../../../parts/card';
import { type Column, DataTable } from '../../../parts/data-table';
import styles from './metrics.module.css';
import { RateCard } from './rate-card';
import { Tiles } from './tiles';
import { TimeBar } from './time-bar';

type TypeRow = BusStats['types'][number];
type HandlerRow = BusStats['handlers'][number];

const typeColumns: readonly Column<TypeRow>[] = [
  {
    name: t('Type'),
    mono: true,
    cell: ({ type }) => (
      <span className={styles.type}>
        <Shape family={familyOf(type)} small silent />
        {type}
      </span>
    ),
  },
  { name: t('Events'), number: true, cell: ({ count }) => number(count) },
  { name: t('Average interval'), number: true, cell: ({ average_interval_ms }) => (average_interval_ms === null ? '–' : duration(average_interval_ms)) },
  { name: t('Last'), number: true, cell: ({ last_ms_ago }) => t('{time} ago', { time: duration(last_ms_ago) }) },
];

const handlerColumns = (most: number): readonly Column<HandlerRow>[] => [
  { name: t('Subscriber'), cell: ({ name }) => name },
  { name: t('Hears'), mono: true, cell: ({ pattern }) => pattern },
  { name: t('Calls'), number: true, cell: ({ calls }) => number(calls) },
  { name: t('Errors'), number: true, cell: ({ errors }) => <span data-bad={errors > 0}>{number(errors)}</span> },
  { name: 'p50', number: true, cell: ({ p50_ms }) => milliseconds(p50_ms) },
  { name: 'p99', number: true, cell: ({ p99_ms }) => milliseconds(p99_ms) },
  { name: t('Times'), optional: true, cell: ({ p50_ms, p99_ms }) => <TimeBar p50={p50_ms} p99={p99_ms} most={most} /> },
  { name: t('Pending'), number: true, cell: ({ pending }) => number(pending) },
  { name: t('Stuck'), number: true, cell: ({ stuck }) => <span data-bad={stuck > 0}>{number(stuck)}</span> },
];

const serviceColumns: readonly Column<ServiceStats>[] = [
  { name: t('Service'), cell: ({ name }) => name },
  { name: t('Waiting'), number: true, cell: ({ queued }) => number(queued) },
  { name: t('Running'), number: true, cell: ({ running }) => number(running) },
  { name: t('Lag'), number: true, cell: ({ lag }) => number(lag) },
];

/** How the event system fares, in numbers. */
export function Metrics({ overview, now }: { readonly overview: SystemOverview; readonly now: number }) {
  const text = useView((state) => state.system.text).toLowerCase();
  const { stats, dead_letters } = overview;
  const named = (...names: readonly string[]) => names.some((name) => name.toLowerCase().includes(text));
  const most = Math.max(0, ...stats.handlers.map(({ p99_ms }) => p99_ms ?? 0));
  const none = text === '' ? null : t('None with “{text}” in its name.', { text });
  return (
    <div className={styles.scroller} data-pane>
      <div className={styles.cards}>
        <Tiles stats={stats} parked={dead_letters.length} />
        <RateCard now={now} />
        <Card title={t('Event types')} about={t('Since Alice started')}>
          <DataTable
            label={t('Event types')}
            columns={typeColumns}
            rows={stats.types.filter(({ type }) => named(type))}
            keyOf={({ type }) => type}
            none={none ?? t('No event has come yet.')}
          />
        </Card>
        <div className={styles.column}>
          <Card title={t('Services')} about={t('Where each stands in the log')}>
            <DataTable
              label={t('Services')}
              columns={serviceColumns}
              rows={stats.services.filter(({ name }) => named(name))}
              keyOf={({ name }) => name}
              none={none ?? t('No service follows the log.')}
            />
          </Card>
          <Card title={t('Dropped and failed')} about={t('Events held back on purpose, and errors on the way')}>
            <Facts facts={heldBack(stats)} />
          </Card>
        </div>
        <Card wide title={t('Handler times')} about={t('How long calls took, of a sample; half stay below p50, 99 of 100 below p99')}>
          <DataTable
            label={t('Handler times')}
            columns={handlerColumns(most)}
            rows={stats.handlers.filter(({ name, pattern }) => named(name, pattern))}
            keyOf={({ name, pattern }) => `${name} ${pattern}`}
            none={none ?? t('Nobody listens yet.')}
          />
        </Card>
      </div>
    </div>
  );
}

function heldBack({ dropped, handler_errors, middleware_errors }: BusStats): readonly Fact[] {
  return [
    ...Object.entries(dropped).map(([name, count]): Fact => [t('Dropped by {name}', { name }), number(count)]),
    ...(Object.keys(dropped).length === 0 ? ([[t('Dropped'), '0']] as const) : []),
    [t('Handler errors'), number(handler_errors)],
    [t('Middleware errors'), number(middleware_errors)],
  ];
}
