import type { EventDraft } from '@shared/events/define-event';
import { eventRetryRequested } from '@shared/events/system-events';
import { t } from '@shared/language/language';
import { SaidError } from '@shared/language/said';
import type { Database } from 'better-sqlite3';
import { deadLetters } from '../log/checkpoints';
import type { LogReader } from '../log/log-reader';

type Say = (draft: EventDraft, storyId?: string) => Promise<void>;

/** Has a service try an event again that it gave up on, in the event's own story. */
export function deadLetterRetry(database: Database, log: LogReader, say: Say) {
  return async (service: string, sequence: number): Promise<void> => {
    const [parked] = log.after(sequence - 1, 1);
    const letter = deadLetters(database).find((each) => each.service === service && each.sequence === sequence);
    if (letter === undefined || parked === undefined) {
      throw new SaidError(() => t('Nothing of {service} is parked at event {sequence}.', { service, sequence: String(sequence) }));
    }
    await say(eventRetryRequested({ service, parked_event_id: parked.event_id, parked_sequence: sequence }), parked.correlation_id);
  };
}
