import { assetUndoRefused, assetUndoRequested } from '@shared/events/care-events';
import { defineService } from '../../kernel/define-service';
import { defineManifest } from '../../kernel/manifest';
import { planRequest } from './plan-request';
import type { OperationLog } from './ports';

export const undoManifest = defineManifest({
  name: 'undo',
  summary: 'Turns what a person wants undone into one request for each file operation, the latest first, and says what is left out.',
  consumes: ['undo.requested'],
  publishes: [assetUndoRequested, assetUndoRefused],
});

/** Works out which operations an undo means; see the manifest. Whoever filed the files takes them back. */
export const undoService = (log: OperationLog) =>
  defineService({
    ...undoManifest,
    on: {
      'undo.requested': async ({ data }, { publish }) => {
        const { undo_id } = data;
        for (const step of await planRequest(data, log)) {
          const { content_hash, event } = step;
          const undone = { undo_id, content_hash, undone_event_id: event.event_id };
          if (step.kind === 'undo') publish(assetUndoRequested({ ...undone, undone_sequence: event.sequence }));
          else publish(assetUndoRefused({ ...undone, reason: step.reason, message: step.message }));
        }
      },
    },
  });
