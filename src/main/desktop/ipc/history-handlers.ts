import { toldOf } from '@shared/language/said';
import { type UndoRefusal, refusalsShown } from '@shared/library/history';
import type { Hub } from '../../hub';
import { NothingToUndoError } from '../../hub/history';
import { SettingRefused } from '../settings-changes';
import { SourceRefused } from '../source-changes';
import type { takingBack } from '../take-back';
import { type Handlers, PersonalError } from './registry';

type HistoryCall = 'history/page' | 'history/latest' | 'history/refusals' | 'undo/preview' | 'undo/do';

/** What was done, and taking it back: by the hub, or by those who keep settings and sources. */
export function historyHandlers(hub: () => Hub, changes: ReturnType<typeof takingBack>): Pick<Handlers, HistoryCall> {
  return {
    'history/page': async ({ before, limit }) => {
      const entries = await hub().history({ before, limit });
      return { entries, next_before: entries.length < limit ? null : (entries.at(-1)?.last_sequence ?? null) };
    },
    'history/latest': ({ direction, since, added }) => hub().latestUndoable(direction, { ...(since !== undefined && { since }), added: added ?? null }),
    'history/refusals': ({ undo_id }) => refusalsOf(hub(), undo_id),
    'undo/preview': async (wish) => {
      const asked = await hub().changesBehind(wish).catch(inOneSentence);
      return (asked === null ? hub().previewUndo(wish) : changes.preview(asked)).catch(inOneSentence);
    },
    'undo/do': async (wish) => {
      const asked = await hub().changesBehind(wish).catch(inOneSentence);
      return { undo_id: await (asked === null ? hub().undo(wish) : changes.undo(asked)).catch(inOneSentence) };
    },
  };
}

function inOneSentence(error: unknown): never {
  const isTold = error instanceof NothingToUndoError || error instanceof SettingRefused || error instanceof SourceRefused;
  throw isTold ? new PersonalError(toldOf(error)) : error;
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
