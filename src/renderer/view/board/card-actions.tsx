import { t } from '@shared/language/language';
import type { BoardCard, ColumnView } from '@shared/library/board-answers';
import { columnInWords } from '@shared/library/column-words';
import { ArrowRightLeft, Check, ImageIcon, Pencil, Trash2, UndoDot } from 'lucide-react';
import { ActionMenu } from '../../parts/action-menu';
import { Button } from '../../parts/button';
import { askQuietly } from '../../store/ask';
import { openBoardForm } from '../../store/board/board-forms';
import { keyOf } from '../../store/board/board-columns';
import { placeCards, useBoard } from '../../store/board/use-board';
import { sayWithUndo } from '../../store/say-with-undo';
import { goToPicture, setBoard } from '../../store/use-view';
import { say } from '../../store/use-toasts';
import { titleOf } from './card-words';

const none: readonly ColumnView[] = [];

interface CardActionsProps {
  readonly project_id: string;
  readonly card: BoardCard;
}

/** What can be done with a card. */
export function CardActions({ project_id, card }: CardActionsProps) {
  const columns = useBoard((state) => state.board?.columns ?? none);
  const edit = () => openBoardForm(editOf(project_id, card));
  return (
    <>
      {card.kind === 'asset' ? (
        <Button kind="primary" icon={ImageIcon} onPress={() => goToPicture(card.id)}>
          {t('In the library')}
        </Button>
      ) : (
        <Button kind="primary" icon={Pencil} onPress={edit}>
          {card.kind === 'note' ? t('Write anew') : t('Revise')}
        </Button>
      )}
      {card.kind === 'concept' && card.now.data.approved_by === null && (
        <Button icon={Check} onPress={() => openBoardForm({ kind: 'approve-concept', project_id, concept_id: card.id })}>
          {t('Approve')}
        </Button>
      )}
      <ActionMenu
        label={t('Move to')}
        icon={ArrowRightLeft}
        actions={columns.map((column) => ({
          id: column.id, name: columnInWords(column), run: () => void placeCards([keyOf(card)], column.id, null),
        }))}
      >
        {t('Move to')}
      </ActionMenu>
      {isRevised(card) && <Button kind="quiet" icon={UndoDot} label={t('Take the last version back')} onPress={() => void takeBack(project_id, card)} />}
      <Button kind="quiet" icon={Trash2} label={card.kind === 'note' ? t('Remove the note') : t('Take it off the board')} onPress={() => void remove(project_id, card)} />
    </>
  );
}

function editOf(project_id: string, card: BoardCard): Parameters<typeof openBoardForm>[0] {
  switch (card.kind) {
    case 'style':
      return { kind: 'choose-style', project_id, style_id: card.id };
    case 'character':
      return { kind: 'define-character', project_id, character_id: card.id };
    case 'concept':
      return { kind: 'propose-concept', project_id, concept_id: card.id };
    case 'note':
      return { kind: 'write-note', project_id, note_id: card.id };
    case 'asset':
      return { kind: 'add-pictures', project_id };
  }
}

const versionOf = (card: BoardCard): string | null => {
  if (card.kind === 'character' || card.kind === 'concept') return card.now.event_id;
  return card.kind === 'style' ? (card.style.now?.event_id ?? null) : null;
};

const isRevised = (card: BoardCard) => versionOf(card) !== null && (card.kind === 'style' ? card.style.versions : 'versions' in card ? card.versions : 0) > 1;

async function takeBack(project_id: string, card: BoardCard): Promise<void> {
  const event_id = versionOf(card);
  if (event_id === null || (card.kind !== 'style' && card.kind !== 'character' && card.kind !== 'concept')) return;
  const reply = await askQuietly('board/remove-revision', { project_id, kind: card.kind, id: card.id, event_id });
  if (typeof reply === 'string') say(reply, 'problem');
  else await sayWithUndo(t('{name} is as its version before', { name: titleOf(card) }));
}

async function remove(project_id: string, card: BoardCard): Promise<void> {
  setBoard({ open: null });
  const { kind, id } = card;
  const reply =
    kind === 'note'
      ? await askQuietly('board/remove-note', { project_id, note_id: id })
      : await askQuietly('board/remove-cards', { project_id, cards: [{ kind, id }] });
  if (typeof reply === 'string') say(reply, 'problem');
  else {
    const name = titleOf(card);
    await sayWithUndo(kind === 'note' ? t('{name} was removed.', { name }) : t('{name} was taken off the board.', { name }));
  }
}
