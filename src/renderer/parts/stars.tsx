import { t } from '@shared/language/language';
import { UserRound } from 'lucide-react';
import { memo } from 'react';
import { cx } from './cx';
import { Icon } from './icon';
import styles from './stars.module.css';

/** Who judged: the person whose library it is, or the measurement. */
export type Judge = 'you' | 'measured';

interface StarsProps {
  readonly stars: number;
  readonly by?: Judge;
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

/** `4 of 5 stars, your rating`. */
export function starsNamed(stars: number, by?: Judge): string {
  if (by === undefined) return t('{stars, number} of 5 stars', { stars });
  return by === 'you' ? t('{stars, number} of 5 stars, your rating', { stars }) : t('{stars, number} of 5 stars, measured', { stars });
}

/** Five stars, `stars` of them lit. A person's own have another colour and a mark, so that who judged shows at a glance. */
export const Stars = memo(function Stars({ stars, by, large = false, silent = false }: StarsProps) {
  const spoken = silent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': starsNamed(stars, by) };
  const drawing = (
    <svg className={cx(styles.stars, large && styles.large)} viewBox={`0 0 ${pitch * 4 + 24} 24`} data-by={by} {...spoken}>
      <path className={styles.lit} d={lit[stars]} />
      <path className={styles.unlit} d={unlit[stars]} />
    </svg>
  );
  if (by !== 'you') return drawing;
  return (
    <span className={styles.own} title={t('Your rating')}>
      {drawing}
      <Icon of={UserRound} size="sm" inherit />
    </span>
  );
});

/** One star, for controls that are made of them. */
export function Star({ on, by }: { readonly on: boolean; readonly by?: Judge | undefined }) {
  return (
    <svg className={styles.star} viewBox="0 0 24 24" data-by={by} aria-hidden>
      <path className={on ? styles.lit : styles.unlit} d={lit[1]} />
    </svg>
  );
}
