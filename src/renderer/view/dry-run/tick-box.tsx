import { Check, Minus } from 'lucide-react';
import { cx } from '../../parts/cx';
import styles from './dry-run.module.css';

/** Whether files are taken in: all, some, or none. The row it stands in says so to readers. */
export function TickBox({ ticked, label, onTick }: { readonly ticked: boolean | 'some'; readonly label: string; readonly onTick: () => void }) {
  const Mark = ticked === 'some' ? Minus : Check;
  return (
    <button
      type="button"
      role="checkbox"
      tabIndex={-1}
      aria-label={label}
      aria-checked={ticked === 'some' ? 'mixed' : ticked}
      className={cx(styles.tick, ticked !== false && styles.ticked)}
      onClick={onTick}
    >
      {ticked !== false && <Mark size={12} strokeWidth={2.4} aria-hidden />}
    </button>
  );
}
