import { t } from '@shared/language/language';
import { dayName } from '../../parts/times';
import { useToday } from '../../parts/use-today';
import { useView } from '../../store/use-view';
import styles from './rows.module.css';

interface DayRowProps {
  readonly day: number;
  readonly count: number;
  /** False when older things of the same day are not loaded yet, so that the count would mislead. */
  readonly whole: boolean;
}

export function DayRow({ day, count, whole }: DayRowProps) {
  const stories = useView((state) => state.timeline.mode === 'stories');
  const { name, date } = dayName(day, useToday());
  const counted = whole ? countInWords(stories, count) : null;
  return (
    <div role="rowheader" className={styles.day}>
      {name} <span>{[date, counted].filter((part) => part !== null).join(' · ')}</span>
    </div>
  );
}

function countInWords(stories: boolean, count: number): string {
  return stories
    ? t('{count, plural, one {# story} other {# stories}}', { count })
    : t('{count, plural, one {# event} other {# events}}', { count });
}
