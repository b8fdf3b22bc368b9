import { t } from '@shared/language/language';
import type { LibraryCard } from '@shared/library/library-answer';
import type { Stack } from '@shared/library/stacks';
import type { KeyboardEvent } from 'react';
import { type CommandHandler, useCommands } from '../../../store/commands';
import { compareStack, decideStack, keepInstead, moveTo } from '../../../store/use-stacks';
import { goToPicture } from '../../../store/use-view';

/** What is done with the stack and the picture in it that the keyboard is on. */
export function useStackCommands(stack: Stack | null, card: LibraryCard | null): void {
  const ofPicture = (act: (stack: Stack, card: LibraryCard) => unknown): CommandHandler => ({
    run: () => (stack === null || card === null ? undefined : act(stack, card)),
    unless: () => (stack === null || card === null ? t('Go to a stack first') : null),
  });
  useCommands({
    'stacks.keep-this': ofPicture((one, { content_hash }) => keepInstead(one, content_hash)),
    'stacks.keep-best': ofPicture((one) => decideStack(one, 'kept_best')),
    'stacks.keep-all': ofPicture((one) => decideStack(one, 'kept_all')),
    'stacks.compare': ofPicture((one, { content_hash }) => compareStack(one, content_hash)),
    'stacks.open': ofPicture((_, { content_hash }) => goToPicture(content_hash)),
  });
}

/** What the arrow keys do with the stack and the picture that the keyboard is on. Says whether it was one of them. */
export function stackKey(event: KeyboardEvent, stack: Stack, card: LibraryCard): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
  const at = stack.cards.indexOf(card);
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowRight': {
      const next = stack.cards[event.key === 'ArrowLeft' ? at - 1 : at + 1];
      if (next !== undefined) moveTo(stack.id, next.content_hash);
      return true;
    }
    default:
      return false;
  }
}
