import { atStart } from '@shared/language/formats';
import { t } from '@shared/language/language';
import type { LibraryGroup } from '@shared/library/library-answer';
import type { LibrarySort } from '@shared/library/library-filter';
import { starsInWords } from '@shared/story/words';
import { dayName } from '../../parts/times';
import { useToday } from '../../parts/use-today';
import styles from './group-heading.module.css';

interface GroupHeadingProps {
  readonly group: LibraryGroup;
  readonly by: LibrarySort['by'];
}

/** The day or the stars that the pictures below have in common, and how many they are. */
export function GroupHeading({ group: { key, count }, by }: GroupHeadingProps) {
  const today = useToday();
  const { name, date } = by === 'stars' ? starsName(key) : key === null ? { name: t('Day not known'), date: null } : dayName(key, today);
  return (
    <div role="rowheader" className={styles.group}>
      {name} <span>{[date, t('{count, plural, one {# picture} other {# pictures}}', { count })].filter((part) => part !== null).join(' · ')}</span>
    </div>
  );
}

function starsName(stars: number | null) {
  const name = stars === null || stars === 0 ? t('Not rated') : starsInWords(stars);
  return { name: atStart(name), date: null };
}
