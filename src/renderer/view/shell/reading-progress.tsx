import { t } from '@shared/language/language';
import { stopReading, useReading } from '../../store/use-reading';
import styles from './reading-progress.module.css';

/** How far the reading of all metadata has come, and the way to stop it; nothing while there is none. */
export function ReadingProgress() {
  const progress = useReading(({ state }) => state.progress);
  if (progress === null) return null;
  const { done, total, changed } = progress;
  return (
    <span className={styles.reading} role="group" aria-label={t('Reading metadata again')}>
      {t('Reading {done, number} of {total, number}, {changed, number} with something new', { done, total, changed })}
      <button type="button" className={styles.stop} onClick={() => void stopReading()}>
        {t('Stop reading')}
      </button>
    </span>
  );
}
