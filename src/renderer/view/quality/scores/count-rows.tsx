import { t } from '@shared/language/language';
import type { ReactNode } from 'react';
import { number } from '../../../parts/numbers';
import { cx } from '../../../parts/cx';
import band from './band-fill.module.css';
import styles from './count-rows.module.css';
import { useRoving } from './use-roving';

export interface CountRow {
  readonly key: string;
  readonly label: ReactNode;
  /** What readers hear before the number. */
  readonly name: string;
  readonly count: number;
  /** The stars whose colour its bar has. */
  readonly stars?: number;
  readonly onPress: () => void;
}

/** How many there are of each kind, as bars that lead to their pictures. */
export function CountRows({ label, rows, of }: { readonly label: string; readonly rows: readonly CountRow[]; readonly of: number }) {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  const { group, item } = useRoving(rows.length, { columns: 1, onPress: (at) => rows[at]?.onPress() });
  return (
    <div className={styles.rows} role="group" aria-label={label} {...group}>
      {rows.map(({ key, label: shown, name, count, stars, onPress }, at) => (
        <button
          key={key}
          type="button"
          className={styles.row}
          aria-label={t('{name}: {count, number} of {of, number}', { name, count, of })}
          onClick={() => { if (count > 0) onPress(); }}
          aria-disabled={count === 0}
          {...item(at)}
        >
          <span className={styles.label}>{shown}</span>
          <svg className={styles.bar} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden>
            <rect className={styles.track} width="100" height="8" />
            <rect className={cx(styles.fill, band.fill)} data-stars={stars} width={count === 0 ? 0 : Math.max(0.8, (count / most) * 100)} height="8" />
          </svg>
          <span className={styles.count}>{number(count)}</span>
        </button>
      ))}
    </div>
  );
}
