import { type UndoRefusal, refusalsShown } from '@shared/library/history';
import type { Hub } from '../../hub';
import { NothingToUndoError } from '../../hub/history';
import { type Handlers, PersonalError } from './registry';

type HistoryCall = 'history/page' | 'history/latest' | 'history/refusals' | 'undo/preview' | 'undo/do';

/** What was done to files, and taking it back. */
export function historyHandlers(hub: () => Hub): Pick<Handlers, HistoryCall> {
  return {
    'history/page': async ({ before, limit }) => {
      const entries = await hub().history({ before, limit });
      return { entries, next_before: entries.length < limit ? null : (entries.at(-1)?.last_sequence ?? null) };
    },
    'history/latest': ({ direction }) => hub().latestUndoable(direction),
    'history/refusals': ({ undo_id }) => refusalsOf(hub(), undo_id),
    'undo/preview': (wish) => hub().previewUndo(wish).catch(inOneSentence),
    'undo/do': async (wish) => ({ undo_id: await hub().undo(wish).catch(inOneSentence) }),
  };
}

function inOneSentence(error: unknown): never {
  throw error instanceof NothingToUndoError ? new PersonalError(error.message) : error;
}

function refusalsOf({ log, library }: Hub, undoId: string): UndoRefusal[] {
  return log
    .ofStory(undoId)
    .filter((event) => event.event_type === 'asset.undo_refused')
    .slice(0, refusalsShown)
    .map(({ data: { content_hash, message } }) => {
      const file_name = library.asset(content_hash)?.file_name ?? content_hash.slice(0, 12);
      return { content_hash, message, file_name };
    });
}
