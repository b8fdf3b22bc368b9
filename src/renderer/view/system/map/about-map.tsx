import type { SystemOverview } from '@shared/ipc/system-overview';
import { t } from '@shared/language/language';
import { rich } from '../../../parts/rich';
import { Section } from '../../../parts/section';
import { Shape } from '../../../parts/shape';
import { ServiceLinks } from './links';
import styles from './map-pane.module.css';
import type { MapFlow } from './use-map-flow';

/** The system as a whole, and how to read the map. */
export function AboutMap({ overview, flow }: { readonly overview: SystemOverview; readonly flow: MapFlow }) {
  const minute = [...flow.minutes.values()].reduce((sum, count) => sum + count, 0);
  return (
    <>
      <p className={styles.big}>
        {rich('{minute, plural, one {<b>#</b> event} other {<b>#</b> events}} in the last minute', {
          minute,
          b: (words) => <b>{words}</b>,
        })}
      </p>
      <p className={styles.summary}>{t('Every event is recorded in the log first; then each service that hears its type is told.')}</p>
      <Section title={t('Where services stand')}>
        <ServiceLinks
          none={t('No service follows the log.')}
          services={overview.stats.services.map(({ name, queued, running, lag }) => [
            name,
            t('{queued, number} waiting · {running, number} running · lag {lag, number}', { queued, running, lag }),
          ])}
        />
        <p className={styles.quiet}>{t('Lag is how many events of the log lie ahead of a service.')}</p>
      </Section>
      <Section title={t('Reading the map')}>
        <div className={styles.legend}>
          <Shape family="asset" small silent />
          <span>{t('The service above or below says this event')}</span>
          <svg width="9" height="9" viewBox="0 0 9 9" aria-hidden>
            <circle className={styles.ring} cx="4.5" cy="4.5" r="3.5" />
          </svg>
          <span>{t('The service above hears it')}</span>
        </div>
      </Section>
    </>
  );
}
