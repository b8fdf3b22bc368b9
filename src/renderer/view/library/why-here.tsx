import { familyOf, type RecordedEvent } from '@shared/events/catalog';
import { t } from '@shared/language/language';
import { describeEvent } from '@shared/story/describe-event';
import { Kbd } from '../../parts/kbd';
import { Notice } from '../../parts/notice';
import { Section } from '../../parts/section';
import { Thread, type ThreadStep } from '../../parts/thread';
import { clockTime } from '../../parts/times';
import { goToStory } from '../../store/use-view';

interface WhyHereProps {
  readonly events: readonly RecordedEvent[];
  readonly problem: string | null;
}

/** The chain that explains why a file lies where it lies: each step leads to its event. */
export function WhyHere({ events, problem }: WhyHereProps) {
  const open = (id: string) => {
    const event = events.find((one) => one.event_id === id);
    if (event !== undefined) goToStory({ story_id: event.correlation_id, event_id: id });
  };
  return (
    <Section id="why-here" title={t('Why is this file here?')} end={<Kbd>W</Kbd>}>
      {problem === null ? <Thread label={t('Why is this file here?')} steps={events.map(stepOf)} onOpen={open} /> : <Notice>{problem}</Notice>}
    </Section>
  );
}

function stepOf(event: RecordedEvent): ThreadStep {
  const { title, detail, fact } = describeEvent(event);
  return {
    id: event.event_id,
    family: familyOf(event.event_type),
    mark: event.event_type === 'asset.set_aside' ? 'failed' : 'done',
    title,
    why: detail,
    fact,
    quote: null,
    time: clockTime(event.timestamp),
  };
}
