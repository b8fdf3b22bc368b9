import type { DeadLetter } from '@shared/ipc/contract';
import { EventDrawer } from '../../../parts/event-drawer';
import { copyText } from '../../../store/actions';
import { useStory } from '../../../store/use-story';
import { goToPicture, type OpenEvent, setSystem } from '../../../store/use-view';

const close = () => setSystem({ open: null });

/** The whole of the event that is parked, with its story. */
export function LetterDrawer({ open, letters }: { readonly open: OpenEvent; readonly letters: readonly DeadLetter[] }) {
  const story = useStory(open.story_id);
  const parked = letters.find(({ event }) => event.event_id === open.event_id)?.event;
  const event = story.find(({ event_id }) => event_id === open.event_id) ?? parked;
  if (event === undefined) return null;
  return (
    <EventDrawer
      event={event}
      story={story.includes(event) ? story : [event]}
      onWalk={({ event_id }) => setSystem({ open: { ...open, event_id } })}
      onPicture={goToPicture}
      onCopy={(json) => void copyText(json, 'Event')}
      onClose={close}
    />
  );
}
