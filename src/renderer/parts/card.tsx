import { type ReactNode, useId } from 'react';
import { cx } from './cx';
import styles from './card.module.css';

interface CardProps {
  readonly title: string;
  readonly about?: string;
  readonly end?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A titled piece of a page of figures. */
export function Card({ title, about, end, wide = false, children }: CardProps) {
  const id = useId();
  return (
    <section className={cx(styles.card, wide && styles.wide)} aria-labelledby={id}>
      <div className={styles.head}>
        <div>
          <h2 id={id}>{title}</h2>
          {about !== undefined && <p className={styles.about}>{about}</p>}
        </div>
        {end}
      </div>
      {children}
    </section>
  );
}
