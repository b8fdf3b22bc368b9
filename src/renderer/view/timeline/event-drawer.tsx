import { familyOf, type RecordedEvent } from '@shared/events/catalog';
import { ArrowDown, ArrowUp, Copy, ImageIcon, X } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { Button } from '../../parts/button';
import { Shape } from '../../parts/shape';
import { SidePane } from '../../parts/side-pane';
import { useEscape } from '../../parts/use-escape';
import { copyText, loadStory } from '../../store/actions';
import { useLog } from '../../store/use-log';
import { goToPicture, type OpenEvent, rowKeyOf, setTimeline } from '../../store/use-view';
import { EventDetails } from './event-details';
import styles from './event-drawer.module.css';
import { markOfEvent } from './story-headline';

const drawerWidth = 384;
const close = () => setTimeline({ open: null });

/** The whole of one event, beside the list. */
export function EventDrawer({ open }: { readonly open: OpenEvent }) {
  const story = useStory(open.story_id);
  useEscape(true, close);
  const index = story.findIndex((event) => event.event_id === open.event_id);
  const event = story[index];
  const walk = (to: RecordedEvent | undefined) => {
    if (to !== undefined) setTimeline({ open: { ...open, event_id: to.event_id }, active: rowKeyOf.event(to.event_id) });
  };
  if (event === undefined) return null;
  const hash: unknown = Reflect.get(event.data, 'content_hash');
  return (
    <SidePane
      label="Event"
      width={drawerWidth}
      head={
        <>
          <Shape family={familyOf(event.event_type)} mark={markOfEvent(event)} silent />
          <span className={styles.type}>{event.event_type}</span>
          <Button kind="quiet" icon={ArrowUp} label="Previous event" disabled={index === 0} onPress={() => walk(story[index - 1])} />
          <Button kind="quiet" icon={ArrowDown} label="Next event" disabled={index === story.length - 1} onPress={() => walk(story[index + 1])} />
          <Button kind="quiet" icon={X} label="Close" shortcut="Esc" onPress={close} />
        </>
      }
      foot={
        <>
          {typeof hash === 'string' && (
            <Button icon={ImageIcon} onPress={() => goToPicture(hash)}>
              Go to the picture
            </Button>
          )}
          <Button icon={Copy} onPress={() => void copyText(JSON.stringify(event, null, 2), 'Event')}>
            Copy as JSON
          </Button>
        </>
      }
    >
      <EventDetails event={event} story={story} onOpen={(id) => walk(story.find((one) => one.event_id === id))} />
    </SidePane>
  );
}

/** A story from its beginning: what is loaded at once, the whole when it has been asked for. */
function useStory(id: string): readonly RecordedEvent[] {
  const whole = useLog((state) => state.stories.get(id));
  const events = useLog((state) => state.events);
  useEffect(() => void loadStory(id), [id]);
  return useMemo(() => whole ?? events.filter((event) => event.correlation_id === id).toReversed(), [whole, events, id]);
}
