import type { RecordedEvent } from '@shared/events/catalog';
import { t } from '@shared/language/language';
import { describeEvent, namedThing } from '@shared/story/describe-event';
import { LiveDot } from '../../parts/live-dot';
import { useLog } from '../../store/use-log';
import { useStatus } from '../../store/use-status';
import { ReadingProgress } from './reading-progress';
import { SettingsButton } from './settings-button';
import styles from './status-bar.module.css';
import { useEventRate } from './use-event-rate';

/** The bottom edge: whether the log is followed, how busy it is, the mode, and the last thing that happened. */
export function StatusBar() {
  const upToDate = useLog((state) => state.up_to_date);
  const count = useLog((state) => state.event_count);
  const last = useLog((state) => state.events[0]);
  const operation = useStatus((state) => state.status?.operation);
  const rate = useEventRate();
  const lastThing = last === undefined ? null : inWords(last);
  return (
    <footer className={styles.bar}>
      <span className={styles.log}>
        <LiveDot on={upToDate} />
        {upToDate ? t('Log up to date') : t('Catching up with the log')}
      </span>
      <span>{t('{count, plural, one {# event} other {# events}}', { count })}</span>
      <span className={styles.rate}>{t('{rate, number} events/s', { rate })}</span>
      <span className={styles.last}>{lastThing}</span>
      <ReadingProgress />
      {operation !== undefined && <span className={styles.mode}>{operation === 'copy' ? t('Copy, keep originals') : t('Move originals')}</span>}
      <SettingsButton />
    </footer>
  );
}

/** What happened to what; a title that names the thing already says it alone. */
function inWords(event: RecordedEvent): string {
  const thing = namedThing(event);
  const { title } = describeEvent(event);
  return thing === null || title.includes(thing) ? title : `${thing}: ${title}`;
}
