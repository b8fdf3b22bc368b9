import { familyOf, type RecordedEvent } from '@shared/events/catalog';
import { describeEvent, namedThing } from '@shared/story/describe-event';
import { memo } from 'react';
import { markOfEvent } from '../../parts/mark-of-event';
import { number } from '../../parts/numbers';
import { Shape } from '../../parts/shape';
import { clockTime } from '../../parts/times';
import { useColumnNames } from '../../store/board/column-names';
import styles from './rows.module.css';

/** One event by itself. */
export const EventRow = memo(function EventRow({ event }: { readonly event: RecordedEvent }) {
  const { title, detail } = describeEvent(event, { columns: useColumnNames() });
  const name = namedThing(event);
  return (
    <div role="gridcell" className={styles.event}>
      <time className={styles.time} dateTime={event.timestamp}>
        {clockTime(event.timestamp)}
      </time>
      <Shape family={familyOf(event.event_type)} mark={markOfEvent(event)} />
      <span className={styles.type}>{event.event_type}</span>
      <span className={styles.sentence}>
        {name !== null && (
          <b>
            <bdi>{name}</bdi>{' '}
          </b>
        )}
        {detail === null ? title : `${title}: ${detail}`}
      </span>
      <span className={styles.sequence}>{number(event.sequence)}</span>
    </div>
  );
});
