import { t } from '@shared/language/language';
import type { BusStats } from '@shared/library/bus-stats';
import { duration } from '../../../parts/times';
import { number } from '../../../parts/numbers';
import { rateInWords } from './rate-lines';
import { useSystem } from '../../../store/use-system';
import styles from './tiles.module.css';

interface Tile {
  readonly name: string;
  readonly value: string;
  readonly about: string;
  readonly bad?: boolean;
}

/** The six numbers that say at a glance whether all is well. */
export function Tiles({ stats, parked }: { readonly stats: BusStats; readonly parked: number }) {
  const deaths = useSystem((state) => state.health?.decoder_deaths ?? 0);
  return (
    <dl className={styles.tiles}>
      {tilesOf(stats, parked, deaths).map(({ name, value, about, bad = false }) => (
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

/** @param deaths decoders that died of a file: those are started anew, and a file that kills two is set aside */
export function tilesOf(stats: BusStats, parked: number, deaths: number): readonly Tile[] {
  const queued = stats.services.reduce((sum, service) => sum + service.queued, 0);
  const running = stats.services.reduce((sum, service) => sum + service.running, 0);
  const behind = stats.services.reduce((most, service) => (service.lag > most.lag ? service : most), { name: '', lag: 0 });
  const errors = stats.handler_errors + stats.middleware_errors;
  return [
    { name: t('Events a second'), value: rateInWords(stats.per_second), about: t('over ten seconds') },
    { name: t('Events'), value: number(stats.total), about: t('in {time}', { time: duration(stats.uptime_ms) }) },
    { name: t('Waiting'), value: number(queued), about: t('{running, number} being worked on', { running }) },
    { name: t('Largest lag'), value: number(behind.lag), about: behind.lag === 0 ? t('no service is behind') : behind.name },
    {
      name: t('Errors'),
      value: number(errors),
      about: errorsIn(stats, deaths),
      bad: errors > 0 || stats.stuck > 0,
    },
    { name: t('Dead letters'), value: number(parked), about: parked === 0 ? t('nothing is parked') : t('need you'), bad: parked > 0 },
  ];
}

function errorsIn({ stuck, pending }: BusStats, deaths: number): string {
  if (stuck > 0) return t('{stuck, number} of {pending, number} calls stuck', { stuck, pending });
  return deaths > 0 ? t('{deaths, plural, one {# decoder} other {# decoders}} died of a file', { deaths }) : t('{pending, number} calls under way', { pending });
}
