import { EventDrawer } from '../../parts/event-drawer';
import { copyText } from '../../store/actions';
import { useStory } from '../../store/use-story';
import { goToPicture, type OpenEvent, rowKeyOf, setTimeline } from '../../store/use-view';

const close = () => setTimeline({ open: null });

/** The event that is open in the timeline; walking along its story moves the active row with it. */
export function TimelineDrawer({ open }: { readonly open: OpenEvent }) {
  const story = useStory(open.story_id);
  const event = story.find(({ event_id }) => event_id === open.event_id);
  if (event === undefined) return null;
  return (
    <EventDrawer
      event={event}
      story={story}
      onWalk={({ event_id }) => setTimeline({ open: { ...open, event_id }, active: rowKeyOf.event(event_id) })}
      onPicture={goToPicture}
      onCopy={(json) => void copyText(json, 'Event')}
      onClose={close}
    />
  );
}
