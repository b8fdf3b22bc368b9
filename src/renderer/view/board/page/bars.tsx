import type { ReactNode } from 'react';
import { number } from '../../../parts/numbers';
import styles from './bars.module.css';

export interface Bar {
  readonly key: string;
  /** What readers hear. */
  readonly name: string;
  readonly label: ReactNode;
  readonly count: number;
  /** The stars whose colour it has. */
  readonly stars?: number;
  readonly onPress: () => void;
}

/** How many there are of each, each leading to its pictures. */
export function Bars({ label, rows }: { readonly label: string; readonly rows: readonly Bar[] }) {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <div className={styles.bars} role="group" aria-label={label}>
      {rows.filter(({ count }) => count > 0).map(({ key, name, label: shown, count, stars, onPress }) => (
        <button key={key} type="button" className={styles.bar} aria-label={`${name}: ${number(count)}`} onClick={onPress}>
          <span className={styles.label}>{shown}</span>
          <svg className={styles.track} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden>
            <rect className={styles.fill} data-stars={stars} width={Math.max(0.8, (count / most) * 100)} height="8" />
          </svg>
          <span className={styles.count}>{number(count)}</span>
        </button>
      ))}
    </div>
  );
}
