import type { LibraryCard } from '@shared/library/library-answer';
import type { Stack } from '@shared/library/stacks';
import type { KeyboardEvent } from 'react';
import { compareStack, decideStack, keepInstead, moveTo } from '../../../store/use-stacks';
import { goToPicture } from '../../../store/use-view';

/** What the keys do with the stack and the picture that the keyboard is on. Says whether it was one of them. */
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
    case ' ':
      keepInstead(stack, card.content_hash);
      return true;
    case 'Enter':
      compareStack(stack, card.content_hash);
      return true;
    case 'b':
      void decideStack(stack, 'kept_best');
      return true;
    case 'a':
      void decideStack(stack, 'kept_all');
      return true;
    case 'o':
      goToPicture(card.content_hash);
      return true;
    default:
      return false;
  }
}
