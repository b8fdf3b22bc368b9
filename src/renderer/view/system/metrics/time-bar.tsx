import styles from './time-bar.module.css';
import { shareOf } from './time-scale';

interface TimeBarProps {
  readonly p50: number | null;
  readonly p99: number | null;
  /** The largest time in the table, which fills the bar. */
  readonly most: number;
}

/** Two times on one scale, on which each step is ten times as long: thick to the one that half stay below, thin to the one of 99 in 100. */
export function TimeBar({ p50, p99, most }: TimeBarProps) {
  if (p50 === null || p99 === null) return null;
  return (
    <svg className={styles.bar} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden>
      <rect className={styles.track} y="4" width="100" height="2" />
      <rect className={styles.p99} y="3.5" width={shareOf(p99, most)} height="3" />
      <rect className={styles.p50} y="1" width={shareOf(p50, most)} height="8" />
    </svg>
  );
}
