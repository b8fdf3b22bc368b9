import type { RecordedEvent } from '@shared/events/catalog';
import { Undo2 } from 'lucide-react';
import { Button } from '../../parts/button';
import { EventDrawer } from '../../parts/event-drawer';
import { copyText } from '../../store/actions';
import { useStory } from '../../store/use-story';
import { wishUndo } from '../../store/use-undo';
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
      more={<UndoOffer event={event} />}
      onWalk={({ event_id }) => setTimeline({ open: { ...open, event_id }, active: rowKeyOf.event(event_id) })}
      onPicture={goToPicture}
      onCopy={(json) => void copyText(json, 'Event')}
      onClose={close}
    />
  );
}

const undoWords: Readonly<Partial<Record<RecordedEvent['event_type'], string>>> = {
  'asset.organized': 'Undo this filing',
  'asset.refiled': 'Undo this refiling',
  'asset.unfiled': 'Take this undo back',
};

/** The way back, for an event that tells of a file operation or of a whole undo. */
function UndoOffer({ event }: { readonly event: RecordedEvent }) {
  if (event.event_type === 'undo.requested') {
    const { undo_id, scope } = event.data;
    const redo = scope !== 'undo';
    return (
      <div>
        <Button icon={Undo2} onPress={() => void wishUndo({ kind: 'entry', id: `undo-${undo_id}` }, { redo, several: true })}>
          {redo ? 'Take the whole undo back' : 'Undo it all again'}
        </Button>
      </div>
    );
  }
  const words = undoWords[event.event_type];
  if (words === undefined) return null;
  const redo = event.event_type === 'asset.unfiled';
  return (
    <div>
      <Button icon={Undo2} onPress={() => void wishUndo({ kind: 'operations', sequences: [event.sequence] }, { redo, several: false })}>
        {words}
      </Button>
    </div>
  );
}
