import { cx } from './cx';
import styles from './stars.module.css';

interface StarsProps {
  readonly stars: number;
  readonly large?: boolean;
  /** Set when the thing around it says the number. */
  readonly silent?: boolean;
}

const places = [1, 2, 3, 4, 5] as const;
const outline = 'M12 2.2l3 6.4 7 .9-5.2 4.8 1.4 7L12 17.8l-6.2 3.5 1.4-7L2 9.5l7-.9z';

/** Five stars, `stars` of them lit. */
export function Stars({ stars, large = false, silent = false }: StarsProps) {
  const spoken = silent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': `${stars} of 5 stars` };
  return (
    <span className={cx(styles.stars, large && styles.large)} {...spoken}>
      {places.map((place) => (
        <svg key={place} viewBox="0 0 24 24" className={cx(place > stars && styles.off)}>
          <path d={outline} fill="currentColor" />
        </svg>
      ))}
    </span>
  );
}
