import { familyOf, type RecordedEvent } from '@shared/events/catalog';
import { t } from '@shared/language/language';
import type { ColumnNames } from '@shared/library/column-words';
import { ArrowDown, ArrowUp, Copy, ImageIcon, Link2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button';
import { EventDetails } from './event-details';
import styles from './event-drawer.module.css';
import { markOfEvent } from './mark-of-event';
import { Shape } from './shape';
import { SidePane } from './side-pane';
import { useEscape } from './use-escape';

interface EventDrawerProps {
  readonly event: RecordedEvent;
  /** All that belongs to it, oldest first. */
  readonly story: readonly RecordedEvent[];
  /** What the list knows of it beyond the log. */
  readonly more?: ReactNode;
  readonly columns?: ColumnNames;
  readonly onWalk: (to: RecordedEvent) => void;
  readonly onPicture: (content_hash: string) => void;
  readonly onCopy: (json: string) => void;
  readonly onLink?: (event_id: string) => void;
  readonly onClose: () => void;
}

const drawerWidth = 384;

/** The whole of one event, beside a list. */
export function EventDrawer({ event, story, more, columns, onWalk, onPicture, onCopy, onLink, onClose }: EventDrawerProps) {
  useEscape(true, onClose);
  const index = story.findIndex(({ event_id }) => event_id === event.event_id);
  const walk = (to: RecordedEvent | undefined) => {
    if (to !== undefined) onWalk(to);
  };
  const hash: unknown = Reflect.get(event.data, 'content_hash');
  return (
    <SidePane
      label={t('Event')}
      keptAs="Event"
      width={drawerWidth}
      head={
        <>
          <Shape family={familyOf(event.event_type)} mark={markOfEvent(event)} silent />
          <span className={styles.type}>{event.event_type}</span>
          <Button kind="quiet" icon={ArrowUp} label={t('Previous event')} why={index <= 0 ? t('This is where its story begins') : null} onPress={() => walk(story[index - 1])} />
          <Button kind="quiet" icon={ArrowDown} label={t('Next event')} why={index === story.length - 1 ? t('This is the last event of its story') : null} onPress={() => walk(story[index + 1])} />
          <Button kind="quiet" icon={X} label={t('Close')} shortcut="Esc" onPress={onClose} />
        </>
      }
      foot={
        <>
          {typeof hash === 'string' && (
            <Button icon={ImageIcon} onPress={() => onPicture(hash)}>
              {t('Go to the picture')}
            </Button>
          )}
          <Button icon={Copy} onPress={() => onCopy(JSON.stringify(event, null, 2))}>
            {t('Copy as JSON')}
          </Button>
          {onLink !== undefined && <Button icon={Link2} label={t('Copy the link')} onPress={() => onLink(event.event_id)} />}
        </>
      }
    >
      <EventDetails
        event={event}
        story={story}
        more={more}
        columns={columns}
        onOpen={(id) => walk(story.find((one) => one.event_id === id))}
      />
    </SidePane>
  );
}
