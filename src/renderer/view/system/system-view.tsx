import type { SystemOverview } from '@shared/ipc/system-overview';
import { t } from '@shared/language/language';
import { Notice } from '../../parts/notice';
import { number } from '../../parts/numbers';
import { Segmented } from '../../parts/segmented';
import { duration } from '../../parts/times';
import { useSeconds } from '../../parts/use-seconds';
import { ViewHead } from '../../parts/view-head';
import { setSystem, useView } from '../../store/use-view';
import { loadOverview, useSystem } from '../../store/use-system';
import { DeadLetters } from './dead-letters/dead-letters';
import { MapPart } from './map/map-part';
import { Metrics } from './metrics/metrics';
import { parts } from './parts-of-system';
import styles from './system-view.module.css';
import { usePartKeys } from './use-part-keys';

/** How the event system is built, how it fares, and what it gave up on. */
export function SystemView() {
  const part = useView((state) => state.system.part);
  const { overview, problem } = useSystem();
  const now = useSeconds(loadOverview);
  usePartKeys();
  const parked = overview?.dead_letters.length ?? 0;
  const options = parts.map(([value, name]) => [value, value === 'dead-letters' && parked > 0 ? `${name} ${number(parked)}` : name] as const);
  return (
    <>
      <ViewHead title={t('System')} about={overview === null ? '' : aboutOf(overview)}>
        <Segmented label={t('Show')} options={options} value={part} onChange={(next) => setSystem({ part: next })} />
      </ViewHead>
      {problem !== null && (
        <div className={styles.problem}>
          <Notice>{overview === null ? problem : t('{problem} The figures are those of a moment ago.', { problem })}</Notice>
        </div>
      )}
      {overview !== null && part === 'map' && <MapPart overview={overview} now={now} />}
      {overview !== null && part === 'metrics' && <Metrics overview={overview} now={now} />}
      {overview !== null && part === 'dead-letters' && <DeadLetters letters={overview.dead_letters} />}
    </>
  );
}

function aboutOf({ services, stats }: SystemOverview): string {
  const doors = services.filter(({ hears }) => hears.length === 0).length;
  return t('{services, plural, one {# service} other {# services}}, {doors, plural, one {# door} other {# doors}} · up {time}', {
    services: services.length - doors,
    doors,
    time: duration(stats.uptime_ms),
  });
}
