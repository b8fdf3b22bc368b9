import type { RecordedEvent } from '@shared/events/catalog';
import type { Mark } from './shape';

/** How an event's own shape is drawn. */
export function markOfEvent({ event_type }: RecordedEvent): Mark {
  switch (event_type) {
    case 'asset.set_aside':
    case 'workflow.failed':
    case 'event.parked':
    case 'asset.missing':
    case 'asset.undo_refused':
    case 'hub.paused':
    case 'log.recovered':
      return 'failed';
    case 'workflow.started':
      return 'running';
    default:
      return 'done';
  }
}
