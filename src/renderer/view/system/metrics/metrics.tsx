import { familyOf } from '@shared/events/catalog';
import type { SystemOverview } from '@shared/ipc/system-overview';
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
    name: 'Type',
    mono: true,
    cell: ({ type }) => (
      <span className={styles.type}>
        <Shape family={familyOf(type)} small silent />
        {type}
      </span>
    ),
  },
  { name: 'Events', number: true, cell: ({ count }) => number(count) },
  { name: 'Average interval', number: true, cell: ({ average_interval_ms }) => (average_interval_ms === null ? '–' : duration(average_interval_ms)) },
  { name: 'Last', number: true, cell: ({ last_ms_ago }) => `${duration(last_ms_ago)} ago` },
];

const handlerColumns = (most: number): readonly Column<HandlerRow>[] => [
  { name: 'Subscriber', cell: ({ name }) => name },
  { name: 'Hears', mono: true, cell: ({ pattern }) => pattern },
  { name: 'Calls', number: true, cell: ({ calls }) => number(calls) },
  { name: 'Errors', number: true, cell: ({ errors }) => <span data-bad={errors > 0}>{number(errors)}</span> },
  { name: 'p50', number: true, cell: ({ p50_ms }) => milliseconds(p50_ms) },
  { name: 'p99', number: true, cell: ({ p99_ms }) => milliseconds(p99_ms) },
  { name: 'Times', optional: true, cell: ({ p50_ms, p99_ms }) => <TimeBar p50={p50_ms} p99={p99_ms} most={most} /> },
  { name: 'Pending', number: true, cell: ({ pending }) => number(pending) },
  { name: 'Stuck', number: true, cell: ({ stuck }) => <span data-bad={stuck > 0}>{number(stuck)}</span> },
];

const serviceColumns: readonly Column<ServiceStats>[] = [
  { name: 'Service', cell: ({ name }) => name },
  { name: 'Waiting', number: true, cell: ({ queued }) => number(queued) },
  { name: 'Running', number: true, cell: ({ running }) => number(running) },
  { name: 'Lag', number: true, cell: ({ lag }) => number(lag) },
];

/** How the event system fares, in numbers. */
export function Metrics({ overview, now }: { readonly overview: SystemOverview; readonly now: number }) {
  const text = useView((state) => state.system.text).toLowerCase();
  const { stats, dead_letters } = overview;
  const named = (...names: readonly string[]) => names.some((name) => name.toLowerCase().includes(text));
  const most = Math.max(0, ...stats.handlers.map(({ p99_ms }) => p99_ms ?? 0));
  const none = text === '' ? null : `None with “${text}” in its name.`;
  return (
    <div className={styles.scroller} data-pane>
      <div className={styles.cards}>
        <Tiles stats={stats} parked={dead_letters.length} />
        <RateCard now={now} />
        <Card title="Event types" about="Since Alice started">
          <DataTable
            label="Event types"
            columns={typeColumns}
            rows={stats.types.filter(({ type }) => named(type))}
            keyOf={({ type }) => type}
            none={none ?? 'No event has come yet.'}
          />
        </Card>
        <div className={styles.column}>
          <Card title="Services" about="Where each stands in the log">
            <DataTable
              label="Services"
              columns={serviceColumns}
              rows={stats.services.filter(({ name }) => named(name))}
              keyOf={({ name }) => name}
              none={none ?? 'No service follows the log.'}
            />
          </Card>
          <Card title="Dropped and failed" about="Events held back on purpose, and errors on the way">
            <Facts facts={heldBack(stats)} />
          </Card>
        </div>
        <Card wide title="Handler times" about="How long calls took, of a sample; half stay below p50, 99 of 100 below p99">
          <DataTable
            label="Handler times"
            columns={handlerColumns(most)}
            rows={stats.handlers.filter(({ name, pattern }) => named(name, pattern))}
            keyOf={({ name, pattern }) => `${name} ${pattern}`}
            none={none ?? 'Nobody listens yet.'}
          />
        </Card>
      </div>
    </div>
  );
}

function heldBack({ dropped, handler_errors, middleware_errors }: BusStats): readonly Fact[] {
  return [
    ...Object.entries(dropped).map(([name, count]): Fact => [`Dropped by ${name}`, number(count)]),
    ...(Object.keys(dropped).length === 0 ? ([['Dropped', '0']] as const) : []),
    ['Handler errors', number(handler_errors)],
    ['Middleware errors', number(middleware_errors)],
  ];
}
