import { cx } from './cx';
import styles from './stars.module.css';

interface StarsProps {
  readonly stars: number;
  readonly large?: boolean;
  /** Set when the thing around it says the number. */
  readonly silent?: boolean;
}

const places = [0, 1, 2, 3, 4] as const;
const pitch = 26;

/** The outlines of some of the five stars. One path draws them all: a library shows hundreds at once. */
function outlines(from: number, to: number): string {
  return places
    .slice(from, to)
    .map((place) => place * pitch)
    .map((x) => `M${x + 12} 2.2l3 6.4 7 .9-5.2 4.8 1.4 7L${x + 12} 17.8l-6.2 3.5 1.4-7L${x + 2} 9.5l7-.9z`)
    .join('');
}

const lit = places.map((_, count) => outlines(0, count)).concat(outlines(0, places.length));
const unlit = places.map((_, count) => outlines(count, places.length)).concat('');

/** Five stars, `stars` of them lit. */
export function Stars({ stars, large = false, silent = false }: StarsProps) {
  const spoken = silent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': `${stars} of 5 stars` };
  return (
    <svg className={cx(styles.stars, large && styles.large)} viewBox={`0 0 ${pitch * 4 + 24} 24`} {...spoken}>
      <path className={styles.lit} d={lit[stars]} />
      <path className={styles.unlit} d={unlit[stars]} />
    </svg>
  );
}
