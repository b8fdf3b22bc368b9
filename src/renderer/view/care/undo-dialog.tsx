import { t } from '@shared/language/language';
import type { UndoPreview } from '@shared/library/history';
import { confirmUndo, cancelUndo, useUndo } from '../../store/use-undo';
import { Question } from './question';
import { Refusals } from './refusals';

/** What an undo of several operations would do, before it is done. */
export function UndoDialog() {
  const asked = useUndo((state) => state.asked);
  if (asked === null) return null;
  const { preview, redo } = asked;
  return (
    <Question
      title={titleOf(preview, redo)}
      yes={preview === null ? null : verbOf(preview, redo)}
      can={(preview?.operations ?? 0) > 0}
      onYes={() => void confirmUndo()}
      onClose={cancelUndo}
    >
      <p>{preview === null ? t('Looking at the files.') : sentenceOf(preview, redo)}</p>
      {preview !== null && preview.refused_count > 0 && <Refusals refusals={preview.refused} count={preview.refused_count} ahead />}
    </Question>
  );
}

function titleOf(preview: UndoPreview | null, redo: boolean): string {
  if (preview === null) return redo ? t('Do again …') : t('Undo …');
  return redo ? t('Do again: {what}', { what: preview.label }) : t('Undo: {what}', { what: preview.label });
}

function verbOf({ operations }: UndoPreview, redo: boolean): string {
  return redo
    ? t('Do again {operations, plural, one {# operation} other {# operations}}', { operations })
    : t('Undo {operations, plural, one {# operation} other {# operations}}', { operations });
}

function sentenceOf({ operations, files }: UndoPreview, redo: boolean): string {
  if (operations === 0) return t('None of it can be undone.');
  if (files === 0) return redo ? t('What was undone holds again. Files that follow their ratings go along.') : t('What was so before holds again. Files that follow their ratings go along.');
  if (redo) return t('The files go back to where they were before the undo. Each is checked first; one that has changed is left alone.');
  return t('Moved files go back to where they came from; copies in the organized folder go to the trash, and the originals stay. Each file is checked first; one that has changed is left alone.');
}
