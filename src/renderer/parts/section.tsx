import type { ReactNode } from 'react';
import styles from './section.module.css';

interface SectionProps {
  readonly title: string;
  readonly id?: string;
  readonly end?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of a drawer or inspector. */
export function Section({ id, title, end, children }: SectionProps) {
  return (
    <section className={styles.section} id={id}>
      <div className={styles.head}>
        <h3>{title}</h3>
        {end}
      </div>
      {children}
    </section>
  );
}
