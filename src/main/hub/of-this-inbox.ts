import { resolve } from 'node:path';
import { assetSetAside } from '@shared/events/asset-events';
import type { RecordedEvent } from '@shared/events/catalog';
import { type Service, skip } from '../kernel/define-service';

interface Stories {
  /** Whether a folder is the inbox, or a source, of this hub. */
  readonly isOpen: (folder: string) => boolean;
  readonly storyOf: (storyId: string) => readonly RecordedEvent[];
  /** Whether a file operation for an event was begun: then it is finished where it was begun. */
  readonly wasBegun: (eventId: string) => boolean;
}

/**
 * Keeps files that were found in another inbox from being filed into this one's folder: they are set aside, visibly, and
 * go on by themselves when their inbox is opened again.
 */
export function ofThisInbox(service: Service, { isOpen, storyOf, wasBegun }: Stories): Service {
  return {
    ...service,
    handle: (event, tools) => {
      const isFiling = event.event_type === 'quality.assessed' || event.event_type === 'quality.not_rated';
      if (!isFiling || wasBegun(event.event_id)) return service.handle(event, tools);
      const found = storyOf(event.correlation_id).findLast((each) => each.event_type === 'asset.discovered');
      const from = found?.event_type === 'asset.discovered' ? found.data.inbox_path : '';
      if (from === '' || isOpen(resolve(from))) return service.handle(event, tools);
      const { content_hash, file_path } = event.data;
      const message = `This file waits in the inbox ${from}, which is not open now. It is untouched; Alice files it by itself when that inbox is opened again.`;
      tools.publish(assetSetAside({ content_hash, file_path, stage: 'organizer', reason: 'file_operation_failed', message }));
      return skip('It belongs to another inbox.');
    },
  };
}
