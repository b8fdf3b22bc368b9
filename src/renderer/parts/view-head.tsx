import type { ReactNode } from 'react';
import styles from './view-head.module.css';

/** The title of a place, what is shown of how much, and its controls. */
export function ViewHead({ title, about, children }: { readonly title: string; readonly about: string; readonly children?: ReactNode }) {
  return (
    <header className={styles.head}>
      <h1>{title}</h1>
      <span className={styles.about}>{about}</span>
      <span className={styles.controls}>{children}</span>
    </header>
  );
}
