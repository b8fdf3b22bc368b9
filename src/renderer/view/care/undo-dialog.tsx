import type { UndoPreview } from '@shared/library/history';
import { countOf } from '@shared/story/words';
import { confirmUndo, cancelUndo, useUndo } from '../../store/use-undo';
import { Question } from './question';
import { Refusals } from './refusals';

/** What an undo of several operations would do, before it is done. */
export function UndoDialog() {
  const asked = useUndo((state) => state.asked);
  if (asked === null) return null;
  const { preview, redo } = asked;
  const verb = redo ? 'Do again' : 'Undo';
  return (
    <Question
      title={preview === null ? `${verb} …` : `${verb}: ${preview.label}`}
      yes={preview === null ? null : `${verb} ${countOf(preview.operations, 'operation')}`}
      can={(preview?.operations ?? 0) > 0}
      onYes={() => void confirmUndo()}
      onClose={cancelUndo}
    >
      <p>{preview === null ? 'Looking at the files.' : sentenceOf(preview, redo)}</p>
      {preview !== null && preview.refused_count > 0 && <Refusals refusals={preview.refused} count={preview.refused_count} ahead />}
    </Question>
  );
}

function sentenceOf({ operations }: UndoPreview, redo: boolean): string {
  if (operations === 0) return 'None of it can be undone.';
  if (redo) return 'The files go back to where they were before the undo. Each is checked first; one that has changed is left alone.';
  return 'Moved files go back to where they came from; copies in the organized folder go to the trash, and the originals stay. Each file is checked first; one that has changed is left alone.';
}
