import type { AppHealth } from '@shared/ipc/system-app-calls';
import { t } from '@shared/language/language';
import { useEffect, useState } from 'react';
import { Button } from '../../parts/button';
import { Facts } from '../../parts/facts';
import { number } from '../../parts/numbers';
import { openCrashReports, openLogs } from '../../store/arrive';
import { askQuietly } from '../../store/ask';
import styles from './logs-section.module.css';

/** What Alice wrote about its own trouble, and how it fared since it was started. */
export function LogsSection() {
  const [health, setHealth] = useState<AppHealth | null>(null);
  useEffect(() => {
    void askQuietly('app/health', {}).then((reply) => setHealth(typeof reply === 'string' ? null : reply.answer));
  }, []);
  return (
    <div className={styles.section}>
      {health !== null && (
        <Facts
          facts={[
            [t('Lines in the log'), number(health.log_lines)],
            [t('Window opened again'), number(health.window_deaths)],
            [t('Decoders that ended'), number(health.decoder_deaths)],
          ]}
        />
      )}
      <div className={styles.buttons}>
        <Button onPress={() => void openLogs()}>{t('Open logs')}</Button>
        <Button onPress={() => void openCrashReports()}>{t('Open crash reports')}</Button>
      </div>
      <p className={styles.note}>
        {t('Reports hold versions, where it happened and which kinds of events came before: no prompts, no names of files. A memory dump beside them can hold whatever was open. Nothing is ever sent.')}
      </p>
    </div>
  );
}
