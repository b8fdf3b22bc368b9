import { t } from '@shared/language/language';
import { Plus } from 'lucide-react';
import { ActionMenu } from '../../parts/action-menu';
import { CommandKbd } from '../../parts/command-kbd';
import { openBoardForm } from '../../store/board/board-forms';
import { kinds } from './card-words';

interface NewCardMenuProps {
  readonly project_id: string;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** What can be put on a board. */
export function NewCardMenu({ project_id, open, onOpenChange }: NewCardMenuProps) {
  return (
    <ActionMenu
      label={t('New card')}
      icon={Plus}
      kind="primary"
      open={open}
      onOpenChange={onOpenChange}
      actions={[
        { id: 'pictures', name: t('Pictures…'), icon: kinds.asset.icon, run: () => openBoardForm({ kind: 'add-pictures', project_id }) },
        { id: 'style', name: t('Style…'), icon: kinds.style.icon, run: () => openBoardForm({ kind: 'choose-style', project_id }) },
        { id: 'character', name: t('Character…'), icon: kinds.character.icon, run: () => openBoardForm({ kind: 'define-character', project_id }) },
        { id: 'concept', name: t('Concept…'), icon: kinds.concept.icon, run: () => openBoardForm({ kind: 'propose-concept', project_id }) },
        { id: 'note', name: t('Note…'), icon: kinds.note.icon, run: () => openBoardForm({ kind: 'write-note', project_id }) },
      ]}
    >
      {t('New card')}
      <CommandKbd command="board.new-card" />
    </ActionMenu>
  );
}
