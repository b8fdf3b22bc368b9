import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './empty-state.module.css';
import { Icon } from './icon';

interface EmptyStateProps {
  readonly icon: LucideIcon;
  readonly title: string;
  /** What this is, and what to do. */
  readonly children: string;
  readonly actions?: ReactNode;
}

export function EmptyState({ icon, title, children, actions }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <Icon of={icon} size="xl" />
      <h2>{title}</h2>
      <p>{children}</p>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
