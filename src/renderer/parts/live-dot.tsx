import styles from './live-dot.module.css';

/** Lit while something is live, hollow while it rests. */
export function LiveDot({ on = true }: { readonly on?: boolean }) {
  return <span className={styles.dot} data-on={on} aria-hidden />;
}
