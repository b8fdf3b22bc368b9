import type { RecordedEvent } from '@shared/events/catalog';
import { t } from '@shared/language/language';
import { storyIdOf } from '@shared/library/story-id';
import { CircleQuestionMark, Undo2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from '../../parts/button';
import { EventDrawer } from '../../parts/event-drawer';
import { copyText, loadAsset } from '../../store/actions';
import { useColumnNames } from '../../store/board/column-names';
import { copyLinkToEvent } from '../../store/copy-picture';
import { useLog } from '../../store/use-log';
import { standAt } from '../../store/use-older';
import { useStory } from '../../store/use-story';
import { wishUndo } from '../../store/use-undo';
import { goToPicture, type OpenEvent, rowKeyOf, setTimeline } from '../../store/use-view';
import type { TimelineRow } from './timeline-rows';
import styles from './timeline-view.module.css';

const close = () => setTimeline({ open: null });

/** The event that is open in the timeline; walking along its story moves the active row with it. */
export function TimelineDrawer({ open, rows }: { readonly open: OpenEvent; readonly rows: readonly TimelineRow[] }) {
  const story = useStory(open.story_id);
  const columns = useColumnNames();
  const event = story.find(({ event_id }) => event_id === open.event_id);
  useShown(event, rows);
  if (event === undefined) return null;
  return (
    <EventDrawer
      event={event}
      story={story}
      more={<Offers event={event} />}
      columns={columns}
      onWalk={({ event_id }) => setTimeline({ open: { ...open, event_id }, active: rowKeyOf.event(event_id) })}
      onPicture={goToPicture}
      onLink={(event_id) => void copyLinkToEvent(event_id)}
      onCopy={(json) => void copyText(json, t('Event'))}
      onClose={close}
    />
  );
}

/** An event that is opened from afar, or walked to, is led to when it is not among those that are loaded. */
function useShown(event: RecordedEvent | undefined, rows: readonly TimelineRow[]): void {
  const led = useRef<string | null>(null);
  useEffect(() => {
    if (event === undefined || led.current === event.event_id) return;
    led.current = event.event_id;
    const [own, story] = [rowKeyOf.event(event.event_id), rowKeyOf.story(storyIdOf(event))];
    if (!rows.some(({ key }) => key === own || key === story)) void standAt({ sequence: event.sequence });
  }, [event, rows]);
}

/** What else can be done about an event. */
function Offers({ event }: { readonly event: RecordedEvent }) {
  const hash: unknown = Reflect.get(event.data, 'content_hash');
  return (
    <div className={styles.offers}>
      {typeof hash === 'string' && <WhyHere hash={hash} />}
      <UndoOffer event={event} />
    </div>
  );
}

/** Asked only of files that lie somewhere because of Alice. */
function WhyHere({ hash }: { readonly hash: string }) {
  const asset = useLog((state) => state.assets.get(hash));
  useEffect(() => {
    if (asset === undefined) void loadAsset(hash);
  }, [asset, hash]);
  if (asset === undefined || asset.filed_at === null) return null;
  return (
    <Button icon={CircleQuestionMark} onPress={() => showWhy(hash)}>
      {t('Why is this file here?')}
    </Button>
  );
}

const lookEveryMs = 50;
const looksAtMost = 40;

/** Opens the picture where it says why it lies where it lies. */
function showWhy(hash: string, looks = 0): void {
  if (looks === 0) goToPicture(hash);
  // The library is drawn, and the picture's story asked for, first.
  const why = document.querySelector('#why-here');
  if (why !== null) why.scrollIntoView({ block: 'start' });
  else if (looks < looksAtMost) setTimeout(() => showWhy(hash, looks + 1), lookEveryMs);
}

const undoWords: Readonly<Partial<Record<RecordedEvent['event_type'], string>>> = {
  'asset.organized': t('Undo this filing'),
  'asset.refiled': t('Undo this refiling'),
  'asset.unfiled': t('Take this undo back'),
};

/** The way back, for an event that tells of a file operation or of a whole undo. */
function UndoOffer({ event }: { readonly event: RecordedEvent }) {
  if (event.event_type === 'undo.requested') {
    const { undo_id, scope } = event.data;
    const redo = scope !== 'undo';
    return (
      <div>
        <Button icon={Undo2} onPress={() => void wishUndo({ kind: 'entry', id: `undo-${undo_id}` }, { redo, several: true })}>
          {redo ? t('Take the whole undo back') : t('Undo it all again')}
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
