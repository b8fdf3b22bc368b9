import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField } from 'react-aria-components';
import { cx } from '../../parts/cx';
import { number } from '../../parts/numbers';
import styles from './check-row.module.css';

interface CheckRowProps {
  readonly value: string;
  readonly count: number;
  /** Words out of files. */
  readonly mono?: boolean;
  readonly title?: string;
  readonly children: ReactNode;
}

/** A choice with its box and how many pictures have it. */
export function CheckRow({ value, count, mono = false, title, children }: CheckRowProps) {
  return (
    <CheckboxField value={value}>
      <CheckboxButton className={cx(styles.row)}>
        <span className={styles.check}>
          <svg viewBox="0 0 12 12" aria-hidden>
            <path d="m2.5 6.3 2.4 2.4 4.6-5.2" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" />
          </svg>
        </span>
        <span className={cx(styles.name, mono && styles.mono)} title={title} dir="auto">
          {children}
        </span>
        <span className={styles.count}>{number(count)}</span>
      </CheckboxButton>
    </CheckboxField>
  );
}
