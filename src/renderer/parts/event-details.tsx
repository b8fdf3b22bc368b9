import { familyOf, type RecordedEvent } from '@shared/events/catalog';
import { fixed } from '@shared/language/formats';
import { t } from '@shared/language/language';
import type { ColumnNames } from '@shared/library/column-words';
import { describeEvent, type KnownBeside } from '@shared/story/describe-event';
import type { ReactNode } from 'react';
import { EventData } from './event-data';
import styles from './event-drawer.module.css';
import { markOfEvent } from './mark-of-event';
import { rich } from './rich';
import { ScoreScale } from './score-scale';
import { Section } from './section';
import { Thread } from './thread';
import { Thumb } from './thumb';
import { secondsOf } from './times';

interface EventDetailsProps {
  readonly event: RecordedEvent;
  /** Oldest first. */
  readonly story: readonly RecordedEvent[];
  /** Said after the event's own words. */
  readonly more?: ReactNode;
  /** What columns are called, where an event does not say it. */
  readonly columns?: ColumnNames | undefined;
  readonly onOpen: (event_id: string) => void;
}

/** What an event says, where it stands in its story, and every field of it. */
export function EventDetails({ event, story, more, columns, onOpen }: EventDetailsProps) {
  const { title, detail, quote, fact } = describeEvent(event, { columns });
  const hash: unknown = Reflect.get(event.data, 'content_hash');
  const score = event.event_type === 'quality.assessed' ? event.data.brisque_score : null;
  return (
    <>
      {typeof hash === 'string' && <Thumb hash={hash} eager className={styles.picture} />}
      <div className={styles.words}>
        <h2>{title}</h2>
        {score !== null && (
          <>
            <p className={styles.score}>
              {rich('<b>{score}</b> BRISQUE', { score: fixed(score, 1), b: (words) => <b>{words}</b> })}
            </p>
            <ScoreScale score={score} />
          </>
        )}
        {detail !== null && <p className={styles.detail}>{detail}.</p>}
        {quote !== null && <p className={styles.quote}>{quote}</p>}
        {fact !== null && <p className={styles.fact}>{fact}</p>}
      </div>
      {more}
      <Section title={t('Cause and effect')}>
        <Thread label={t('Cause and effect')} here={event.event_id} onOpen={onOpen} steps={story.map((step) => stepOf(step, event, { columns }))} />
      </Section>
      <EventData event={event} />
    </>
  );
}

function stepOf(step: RecordedEvent, here: RecordedEvent, known: KnownBeside) {
  const { title, detail } = describeEvent(step, known);
  return {
    id: step.event_id,
    family: familyOf(step.event_type),
    mark: markOfEvent(step),
    title,
    why: step === here ? t('This event') : detail,
    fact: null,
    quote: null,
    time: secondsOf(step.timestamp),
  };
}
