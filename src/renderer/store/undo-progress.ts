import type { RecordedEvent } from '@shared/events/catalog';
import { t } from '@shared/language/language';

/** How far an undo has come. */
export interface UndoProgress {
  readonly requested: number;
  readonly done: number;
  readonly refused: number;
  /** Why the first one was refused. */
  readonly because: string | null;
}

export const nothingUndone: UndoProgress = { requested: 0, done: 0, refused: 0, because: null };

/** Folds one event of an undo's story. Pure. */
export function undoAfter(progress: UndoProgress, event: RecordedEvent): UndoProgress {
  switch (event.event_type) {
    case 'asset.undo_requested':
      return { ...progress, requested: progress.requested + 1 };
    case 'asset.undo_refused': {
      // What was left out from the beginning was never requested; its cause is the undo itself.
      return { ...progress, refused: progress.refused + 1, because: progress.because ?? event.data.message };
    }
    case 'asset.refiled':
      // A file that follows its rating is no operation of its own.
      return event.data.reason === 'rating' ? progress : { ...progress, done: progress.done + 1 };
    case 'asset.unfiled':
    case 'asset.organized':
      return { ...progress, done: progress.done + 1 };
    case 'rating.given':
    case 'rating.cleared':
    case 'rating.bands_changed':
    case 'rating.stack_decided':
    case 'board.act_undone':
    case 'board.act_redone':
    case 'settings.changed':
    case 'source.added':
    case 'source.changed':
    case 'source.removed':
      // Said again at once, without a request.
      return { ...progress, requested: progress.requested + 1, done: progress.done + 1 };
    default:
      return progress;
  }
}

/** What an undo came to, or has come to so far. */
export function undoInWords({ requested, done, refused }: UndoProgress, redo = false): string {
  const open = requested - done - refused;
  const parts = [
    redo
      ? t('{done, plural, one {# operation} other {# operations}} done again', { done })
      : t('{done, plural, one {# operation} other {# operations}} undone', { done }),
  ];
  if (refused > 0) parts.push(t('{refused, number} refused', { refused }));
  if (open > 0) parts.push(t('{open, number} to go', { open }));
  return parts.join(', ');
}
