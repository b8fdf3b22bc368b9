import styles from './meter.module.css';

/** How much of a piece of work is done. */
export function Meter({ label, value, total }: { readonly label: string; readonly value: number; readonly total: number }) {
  const share = total === 0 ? 0 : (value / total) * 100;
  return (
    <svg
      className={styles.meter}
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={value}
    >
      <rect className={styles.track} width="100" height="4" />
      <rect className={styles.fill} width={share} height="4" />
    </svg>
  );
}
