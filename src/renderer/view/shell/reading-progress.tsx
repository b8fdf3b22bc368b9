import { t } from '@shared/language/language';
import { number } from '../../parts/numbers';
import { stopReading, useReading } from '../../store/use-reading';
import styles from './reading-progress.module.css';

/** How far the reading of all metadata has come, and the way to stop it; nothing while there is none. */
export function ReadingProgress() {
  const progress = useReading(({ state }) => state.progress);
  if (progress === null) return null;
  const { done, total, changed } = progress;
  return (
    <span className={styles.reading} role="group" aria-label={t('Reading metadata again')}>
      Reading {number(done)} of {number(total)}, {number(changed)} with something new
      <button type="button" className={styles.stop} onClick={() => void stopReading()}>
        Stop reading
      </button>
    </span>
  );
}
