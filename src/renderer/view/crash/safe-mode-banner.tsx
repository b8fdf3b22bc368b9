import { t } from '@shared/language/language';
import { LifeBuoy } from 'lucide-react';
import { Button } from '../../parts/button';
import { Icon } from '../../parts/icon';
import { rich } from '../../parts/rich';
import { copyDiagnostics, leaveSafeMode } from '../../store/arrive';
import { useStatus } from '../../store/use-status';
import styles from './safe-mode-banner.module.css';

/** What this start leaves out, and the way back to a usual one. */
export function SafeModeBanner() {
  const safe = useStatus((state) => state.status?.safe_mode ?? false);
  if (!safe) return null;
  return (
    <div className={styles.banner} role="status">
      <Icon of={LifeBuoy} inherit />
      <p className={styles.words}>
        {rich('<b>Safe mode.</b> Watching is paused; sources, quality stages, tray and your own keys are left out, and kept.', {
          b: (words) => <b>{words}</b>,
        })}
      </p>
      <Button kind="quiet" command="app.copy-diagnostics" onPress={() => void copyDiagnostics()}>{t('Copy diagnostics')}</Button>
      <Button onPress={() => void leaveSafeMode()}>{t('Start as usual')}</Button>
    </div>
  );
}
