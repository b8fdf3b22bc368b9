import type { BusStats } from '@shared/library/bus-stats';
import { duration } from '../../../parts/times';
import { number } from '../../../parts/numbers';
import { rateInWords } from './rate-lines';
import styles from './tiles.module.css';

interface Tile {
  readonly name: string;
  readonly value: string;
  readonly about: string;
  readonly bad?: boolean;
}

/** The six numbers that say at a glance whether all is well. */
export function Tiles({ stats, parked }: { readonly stats: BusStats; readonly parked: number }) {
  return (
    <dl className={styles.tiles}>
      {tilesOf(stats, parked).map(({ name, value, about, bad = false }) => (
        <div key={name} className={styles.tile}>
          <dt>{name}</dt>
          <dd>
            <b data-bad={bad}>{value}</b>
            <span>{about}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function tilesOf(stats: BusStats, parked: number): readonly Tile[] {
  const queued = stats.services.reduce((sum, service) => sum + service.queued, 0);
  const running = stats.services.reduce((sum, service) => sum + service.running, 0);
  const behind = stats.services.reduce((most, service) => (service.lag > most.lag ? service : most), { name: '', lag: 0 });
  const errors = stats.handler_errors + stats.middleware_errors;
  return [
    { name: 'Events a second', value: rateInWords(stats.per_second), about: 'over ten seconds' },
    { name: 'Events', value: number(stats.total), about: `in ${duration(stats.uptime_ms)}` },
    { name: 'Waiting', value: number(queued), about: `${number(running)} being worked on` },
    { name: 'Largest lag', value: number(behind.lag), about: behind.lag === 0 ? 'no service is behind' : behind.name },
    {
      name: 'Errors',
      value: number(errors),
      about: stats.stuck > 0 ? `${number(stats.stuck)} of ${number(stats.pending)} calls stuck` : `${number(stats.pending)} calls under way`,
      bad: errors > 0 || stats.stuck > 0,
    },
    { name: 'Dead letters', value: number(parked), about: parked === 0 ? 'nothing is parked' : 'need you', bad: parked > 0 },
  ];
}
