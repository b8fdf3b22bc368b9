import type { DeadLetter } from '@shared/ipc/system-overview';
import { t } from '@shared/language/language';
import { EventDrawer } from '../../../parts/event-drawer';
import { Section } from '../../../parts/section';
import { clockTime } from '../../../parts/times';
import { copyText } from '../../../store/actions';
import { useStory } from '../../../store/use-story';
import { goToPicture, type OpenEvent, setSystem } from '../../../store/use-view';
import styles from './dead-letters.module.css';

const close = () => setSystem({ open: null });

/** The whole of the event that is parked, with its story. */
export function LetterDrawer({ open, letters }: { readonly open: OpenEvent; readonly letters: readonly DeadLetter[] }) {
  const story = useStory(open.story_id);
  const own = letters.filter((letter) => letter.event.event_id === open.event_id);
  const event = story.find(({ event_id }) => event_id === open.event_id) ?? own[0]?.event;
  if (event === undefined) return null;
  return (
    <EventDrawer
      event={event}
      story={story.includes(event) ? story : [event]}
      more={own.map((letter) => (
        <WhyParked key={letter.service} letter={letter} />
      ))}
      onWalk={({ event_id }) => setSystem({ open: { ...open, event_id } })}
      onPicture={goToPicture}
      onCopy={(json) => void copyText(json, t('Event'))}
      onClose={close}
    />
  );
}

function WhyParked({ letter: { service, attempts, reason, parked_at } }: { readonly letter: DeadLetter }) {
  return (
    <Section title={t('{service} gave up', { service })}>
      <p className={styles.why}>{reason}</p>
      <p className={styles.quiet}>
        {t('After {attempts, plural, one {# attempt} other {# attempts}}, at {time}. The other events go on.', {
          attempts,
          time: clockTime(parked_at),
        })}
      </p>
    </Section>
  );
}
