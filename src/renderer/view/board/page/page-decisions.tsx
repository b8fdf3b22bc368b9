import { familyOf, type RecordedEvent } from '@shared/events/catalog';
import { dateLocale, t } from '@shared/language/language';
import type { ProjectPage } from '@shared/library/board-answers';
import { alternativesOf } from '@shared/library/board-fold-items';
import { describeEvent } from '@shared/story/describe-event';
import { useState } from 'react';
import { Button } from '../../../parts/button';
import { Card } from '../../../parts/card';
import { markOfEvent } from '../../../parts/mark-of-event';
import { Thread, type ThreadStep } from '../../../parts/thread';
import { ask } from '../../../store/ask';
import { goToStory } from '../../../store/use-view';
import styles from './page.module.css';

const atOnce = 50;
const day = new Intl.DateTimeFormat(dateLocale(), { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

/** What was decided, the newest first, with reasons and with what was considered instead. */
export function PageDecisions({ page: { project, decisions } }: { readonly page: ProjectPage }) {
  const [older, setOlder] = useState<readonly RecordedEvent[]>([]);
  const [next, setNext] = useState<number | null>(null);
  const before = older.length === 0 ? decisions.next_before : next;
  const last = decisions.events.at(-1)?.sequence ?? 0;
  const events = [...decisions.events, ...older.filter(({ sequence }) => sequence < last)];
  const more = async () => {
    const page = await ask('board/decisions', { project_id: project.id, before, limit: atOnce });
    if (page === null) return;
    setOlder((known) => [...known, ...page.events]);
    setNext(page.next_before);
  };
  const open = (id: string) => {
    const event = events.find(({ event_id }) => event_id === id);
    if (event !== undefined) goToStory({ story_id: event.correlation_id, event_id: id });
  };
  return (
    <Card title={t('Decisions')} about={t('The newest first. Each leads to its event.')}>
      {events.length === 0 ? <p className={styles.none}>{t('Nothing is decided yet.')}</p> : <Thread label={t('Decisions')} steps={events.map(stepOf)} onOpen={open} />}
      {before !== null && <div><Button onPress={() => void more()}>{t('Show earlier decisions')}</Button></div>}
    </Card>
  );
}

function stepOf(event: RecordedEvent): ThreadStep {
  const { title, detail, fact, quote } = describeEvent(event);
  return {
    id: event.event_id, family: familyOf(event.event_type), mark: markOfEvent(event), title,
    why: insteadOf(event) ?? detail, fact, quote, time: day.format(new Date(event.timestamp)),
  };
}

/** What a style was chosen over, each with why not. */
function insteadOf(event: RecordedEvent): string | null {
  if (event.event_type !== 'style.chosen') return null;
  const others = alternativesOf(event.data.alternatives_considered).map(({ name, reason }) => (reason === null ? name : `${name} (${reason})`));
  return others.length === 0 ? null : t('Chosen over {others}', { others: others.join(', ') });
}
