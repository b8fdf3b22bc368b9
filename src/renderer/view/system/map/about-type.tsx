import { catalog } from '@shared/events/catalog';
import type { SystemOverview } from '@shared/ipc/system-overview';
import { t } from '@shared/language/language';
import { type Fact, Facts } from '../../../parts/facts';
import { number } from '../../../parts/numbers';
import { Section } from '../../../parts/section';
import { duration } from '../../../parts/times';
import { ServiceLinks } from './links';
import type { MapLane } from './map-layout';
import styles from './map-pane.module.css';
import type { MapFlow } from './use-map-flow';

interface AboutTypeProps {
  readonly lane: MapLane;
  readonly overview: SystemOverview;
  readonly flow: MapFlow;
}

/** When an event type is true, who says and hears it, and how often it came. */
export function AboutType({ lane: { type, taps }, overview, flow }: AboutTypeProps) {
  const definition = catalog.find((row) => row.type === type);
  const stats = overview.stats.types.find((row) => row.type === type);
  const facts: readonly Fact[] = [
    [t('In the last minute'), number(flow.minutes.get(type) ?? 0)],
    [t('Since Alice started'), number(stats?.count ?? 0)],
    [t('Average interval'), stats?.average_interval_ms == null ? '–' : duration(stats.average_interval_ms)],
    [t('Last'), stats === undefined ? t('not since Alice started') : t('{time} ago', { time: duration(stats.last_ms_ago) })],
    ...(definition === undefined ? [] : ([[t('Version'), definition.version]] as const)),
  ];
  const by = (says: boolean) => taps.filter((tap) => tap.says === says).map(({ service }) => [service, ''] as const);
  return (
    <>
      <p className={styles.summary}>{definition?.summary ?? t('This version of Alice does not know this event. It is kept as it came.')}</p>
      <Facts facts={facts} />
      <Section title={t('Said by')}>
        <ServiceLinks services={by(true)} none={t('No service of this hub says it; it comes from outside.')} />
      </Section>
      <Section title={t('Heard by')}>
        <ServiceLinks services={by(false)} none={t('No service hears it; it is recorded in the log.')} />
      </Section>
    </>
  );
}
