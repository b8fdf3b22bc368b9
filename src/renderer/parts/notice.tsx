import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon';
import styles from './notice.module.css';

/** Something is wrong, said where it matters, with the way out. */
export function Notice({ children, actions }: { readonly children: ReactNode; readonly actions?: ReactNode }) {
  return (
    <div className={styles.notice} role="alert">
      <Icon of={TriangleAlert} inherit />
      <div className={styles.words}>{children}</div>
      {actions}
    </div>
  );
}
