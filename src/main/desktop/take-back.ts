import { undoRequested } from '@shared/events/system-events';
import { inEnglish, t } from '@shared/language/language';
import { refusalsShown, type UndoPreview } from '@shared/library/history';
import { type ChangeEvent, changeInWords } from '@shared/story/personal-changes';
import { uuidv7 } from 'uuidv7';
import type { Hub } from '../hub';
import { NothingToUndoError } from '../hub/history';
import type { ChangesAsked } from '../hub/history-changes';
import type { SettingsChanges } from './settings-changes';
import type { sourceChanges } from './source-changes';
import type { StageChanges } from './stage-changes';

/** Those who keep what a person can change. */
export interface KeptByApp {
  readonly settings: Pick<SettingsChanges, 'problemWith' | 'putBack'>;
  readonly sources: Pick<ReturnType<typeof sourceChanges>, 'problemWithTakingBack' | 'takeBack'>;
  readonly stages: Pick<StageChanges, 'problemWith' | 'putBack'>;
}

/** Changes of settings and sources taken back, each by being made the other way round, told in the story of the undo. */
export function takingBack(hub: () => Hub, { settings, sources, stages }: KeptByApp) {
  const problemWith = async (event: ChangeEvent): Promise<string | null> => {
    if (event.event_type !== 'settings.changed') return sources.problemWithTakingBack(event);
    return event.data.setting === 'quality_stages' ? stages.problemWith(event) : settings.problemWith(event);
  };
  const putBack = (event: ChangeEvent, undoId: string): Promise<void> => {
    if (event.event_type !== 'settings.changed') return sources.takeBack(event, undoId);
    return event.data.setting === 'quality_stages' ? stages.putBack(event, undoId) : settings.putBack(event, undoId);
  };

  const looked = async ({ changes }: ChangesAsked) => {
    const can: ChangeEvent[] = [];
    const refused: { readonly name: string; readonly message: string }[] = [];
    for (const { event, overtaken } of changes) {
      const message = overtaken ? t('It was changed again after that. Undo that first.') : await problemWith(event);
      if (message === null) can.push(event);
      else refused.push({ name: changeInWords(event), message });
    }
    return { can, refused };
  };

  return {
    async preview(asked: ChangesAsked): Promise<UndoPreview> {
      const { can, refused } = await looked(asked);
      const shown = refused.slice(0, refusalsShown).map(({ name, message }) => ({ content_hash: '', file_name: name, message }));
      return { label: asked.label(), operations: can.length, files: 0, refused: shown, refused_count: refused.length };
    },
    /** Resolves with the undo's id. What cannot be taken back stays. @throws NothingToUndoError when that is all of it */
    async undo(asked: ChangesAsked): Promise<string> {
      const { can, refused: [why] } = await looked(asked);
      if (can.length === 0) throw new NothingToUndoError(why?.message ?? t('There was nothing left to undo.'));
      const { scope, undone_undo_id } = asked;
      const label = inEnglish(asked.label);
      const undo_id = uuidv7();
      const sequences = can.map(({ sequence }) => sequence);
      await hub().say(undoRequested({ undo_id, scope, label, sequences, after_sequence: null, undone_undo_id }), undo_id);
      for (const event of can) await putBack(event, undo_id);
      return undo_id;
    },
  };
}
