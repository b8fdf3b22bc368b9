import { familyOf } from '@shared/events/catalog';
import type { DeadLetter } from '@shared/ipc/system-overview';
import { t } from '@shared/language/language';
import { namedThing } from '@shared/story/describe-event';
import { RotateCcw } from 'lucide-react';
import { Button } from '../../../parts/button';
import { Shape } from '../../../parts/shape';
import { dayName, dayNumber, clockTime } from '../../../parts/times';
import { useToday } from '../../../parts/use-today';
import { letterKey, retryLetter, useSystem } from '../../../store/use-system';
import styles from './dead-letters.module.css';

/** One event that a service gave up on: which, why, after how many tries and when. */
export function LetterRow({ letter }: { readonly letter: DeadLetter }) {
  const { event, service, reason, attempts, parked_at } = letter;
  const retrying = useSystem((state) => state.retrying.has(letterKey(letter)));
  const { name: day } = dayName(dayNumber(parked_at), useToday());
  const thing = namedThing(event);
  return (
    <div role="gridcell" className={styles.row}>
      <Shape family={familyOf(event.event_type)} mark="failed" />
      <div className={styles.words}>
        <div className={styles.title}>
          <span className={styles.type}>{event.event_type}</span>
          {thing !== null && <bdi>{thing}</bdi>}
        </div>
        <div className={styles.reason}>{reason}</div>
      </div>
      <div className={styles.who}>
        <div>{service}</div>
        <div className={styles.quiet}>{t('{attempts, plural, one {# attempt} other {# attempts}}', { attempts })}</div>
      </div>
      <time className={styles.when} dateTime={parked_at}>
        <div>{clockTime(parked_at)}</div>
        <div className={styles.quiet}>{day}</div>
      </time>
      <Button icon={RotateCcw} disabled={retrying} onPress={() => void retryLetter(letter)}>
        {t('Try again')}
      </Button>
    </div>
  );
}
