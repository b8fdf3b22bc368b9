import type { ReactNode } from 'react';
import { cx } from './cx';
import styles from './badge.module.css';

/** A small word about a thing. */
export function Badge({ children, tone = 'plain' }: { readonly children: ReactNode; readonly tone?: 'plain' | 'danger' | 'glass' }) {
  return <span className={cx(styles.badge, styles[tone])}>{children}</span>;
}
