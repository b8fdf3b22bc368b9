import { countOf } from '@shared/story/words';
import { dayName } from '../../parts/times';
import { useToday } from '../../parts/use-today';
import styles from './day-heading.module.css';

interface DayHeadingProps {
  readonly day: number;
  readonly count: number;
  readonly whole: boolean;
}

export function DayHeading({ day, count, whole }: DayHeadingProps) {
  const { name, date } = dayName(day, useToday());
  return (
    <div role="rowheader" className={styles.day}>
      {name} <span>{[date, whole ? countOf(count, 'picture') : null].filter((part) => part !== null).join(' · ')}</span>
    </div>
  );
}
