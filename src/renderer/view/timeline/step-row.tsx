import { familyOf, type RecordedEvent } from '@shared/events/catalog';
import { describeEvent } from '@shared/story/describe-event';
import { memo } from 'react';
import { markOfEvent } from '../../parts/mark-of-event';
import { number } from '../../parts/numbers';
import { Shape } from '../../parts/shape';
import { secondsOf } from '../../parts/times';
import { useColumnNames } from '../../store/board/column-names';
import styles from './rows.module.css';

/** One step of an unfolded story. */
export const StepRow = memo(function StepRow({ event }: { readonly event: RecordedEvent }) {
  const { title, detail } = describeEvent(event, { columns: useColumnNames() });
  return (
    <div role="gridcell" className={styles.step}>
      <time className={styles.time} dateTime={event.timestamp}>
        {secondsOf(event.timestamp)}
      </time>
      <span className={styles.node}>
        <Shape family={familyOf(event.event_type)} mark={markOfEvent(event)} />
      </span>
      <span className={styles.type}>{event.event_type}</span>
      <span className={styles.sentence}>{detail === null ? title : `${title}: ${detail}`}</span>
      <span className={styles.sequence}>{number(event.sequence)}</span>
    </div>
  );
});
