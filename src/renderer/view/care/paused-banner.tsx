import { CirclePause } from 'lucide-react';
import { Icon } from '../../parts/icon';
import { rich } from '../../parts/rich';
import { useStatus } from '../../store/use-status';
import styles from './paused-banner.module.css';

/** Why Alice touches no file at the moment, what is safe, and what ends that. */
export function PausedBanner() {
  const paused = useStatus((state) => state.status?.paused ?? null);
  if (paused === null) return null;
  return (
    <div className={styles.banner} role="status">
      <Icon of={CirclePause} inherit />
      <p className={styles.words}>
        {rich('<b>Alice has paused.</b> {why} It goes on by itself.', { why: paused, b: (words) => <b>{words}</b> })}
      </p>
    </div>
  );
}
