import type { ReactNode } from 'react';
import styles from './spoken.module.css';

interface SpokenProps {
  /** Whether a reader says them whenever they change. */
  readonly status?: boolean;
  readonly children: ReactNode;
}

/** Words that are heard and not seen. */
export function Spoken({ status = false, children }: SpokenProps) {
  return (
    <span className={styles.spoken} role={status ? 'status' : undefined}>
      {children}
    </span>
  );
}
