import type { RecordedEvent } from '@shared/events/catalog';
import { useLog } from './use-log';

/** Hears events as they arrive, oldest first; what a snapshot brings is no news. */
export function onNewEvents(listener: (events: readonly RecordedEvent[]) => void): () => void {
  return useLog.subscribe((now, before) => {
    if (!before.ready || !before.up_to_date || now.sequence <= before.sequence) return;
    const end = now.events.findIndex(({ sequence }) => sequence <= before.sequence);
    listener(now.events.slice(0, end === -1 ? now.events.length : end).reverse());
  });
}
