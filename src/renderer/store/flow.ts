import type { RecordedEvent } from '@shared/events/catalog';
import { FlowRates } from './flow-rates';
import { useLog } from './use-log';

const keptSeconds = 15 * 60;

/** How busy the log has been in the last quarter of an hour. Nothing is drawn when it changes: who shows it looks once a second. */
export const flow = new FlowRates(keptSeconds);

useLog.subscribe((state, before) => {
  if (state.sequence !== before.sequence) flow.add(freshOf(state.events, before.sequence));
});

/** Calls `listener` with each batch of new events, oldest first, until the result is called. */
export function hearFresh(listener: (events: readonly RecordedEvent[]) => void): () => void {
  return useLog.subscribe((state, before) => {
    if (before.ready && state.sequence > before.sequence) listener(freshOf(state.events, before.sequence));
  });
}

function freshOf(newestFirst: readonly RecordedEvent[], after: number): readonly RecordedEvent[] {
  const end = newestFirst.findIndex(({ sequence }) => sequence <= after);
  return (end === -1 ? newestFirst : newestFirst.slice(0, end)).toReversed();
}
