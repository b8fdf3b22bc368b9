import { t } from '@shared/language/language';
import { type BoardForm, openBoardForm } from '../../store/board/board-forms';
import { saveBrief } from '../../store/board/form-brief';
import { useBoard } from '../../store/board/use-board';
import { type CommandHandler, useCommands } from '../../store/commands';
import { useView } from '../../store/use-view';

/** The forms of boards as commands: those about a project say what is missing while none is open. */
export function useBoardCommands(): void {
  useCommands({
    'board.create-project': () => openBoardForm({ kind: 'create-project' }),
    'board.add-pictures': about((project_id) => ({ kind: 'add-pictures', project_id })),
    'board.choose-style': about((project_id) => ({ kind: 'choose-style', project_id })),
    'board.define-character': about((project_id) => ({ kind: 'define-character', project_id })),
    'board.propose-concept': about((project_id) => ({ kind: 'propose-concept', project_id })),
    'board.approve-concept': {
      run: () => {
        const { project_id, open } = useView.getState().board;
        if (project_id !== null && open !== null) openBoardForm({ kind: 'approve-concept', project_id, concept_id: open.id });
      },
      unless: () => lacking() ?? (useView.getState().board.open?.kind === 'concept' ? null : t('Open a concept first')),
    },
    'board.update-context': about((project_id) => ({ kind: 'update-context', project_id })),
    'board.write-note': about((project_id) => ({ kind: 'write-note', project_id })),
    'board.add-column': about((project_id) => ({ kind: 'add-column', project_id, after: useBoard.getState().board?.columns.at(-1)?.id ?? null })),
    'board.change-project': about((project_id) => ({ kind: 'change-project', project_id })),
    'board.save-brief-page': brief('html'),
    'board.save-brief-text': brief('markdown'),
    'board.archive-project': about((project_id) => ({ kind: 'archive-project', project_id })),
  });
}

/** What is missing for a form about a project. */
function lacking(): string | null {
  const { place, board } = useView.getState();
  if (place !== 'board' || board.project_id === null) return t('Open a project first');
  return board.at === null ? null : t('The past cannot be changed; Esc leads back to now');
}

/** The brief of a project can be exported also where its past is looked at: it says how things are now. */
function brief(format: 'html' | 'markdown'): CommandHandler {
  return {
    run: async () => {
      const { project_id } = useView.getState().board;
      if (project_id !== null) await saveBrief(project_id, format);
    },
    unless: () => {
      const { place, board } = useView.getState();
      return place === 'board' && board.project_id !== null ? null : t('Open a project first');
    },
  };
}

function about(form: (project_id: string) => BoardForm): CommandHandler {
  return {
    run: () => {
      const { project_id } = useView.getState().board;
      if (project_id !== null) openBoardForm(form(project_id));
    },
    unless: lacking,
  };
}
