import { attachClosestEdge, extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type RefObject, useEffect, useState } from 'react';
import { carriedKeys, useBoard } from '../../store/board/use-board';

/** What is dragged, and what it is dragged over: data of the library that carries it. */
export const draggedKeys = (data: Record<string | symbol, unknown>): readonly string[] =>
  Array.isArray(data['board_cards']) ? (data['board_cards'] as readonly string[]) : [];

/** Lets a card be dragged, with all that are chosen with it, and others be dropped above or below it. */
export function useCardDrag(element: RefObject<HTMLElement | null>, key: string, column_id: string, still: boolean): 'top' | 'bottom' | null {
  const [edge, setEdge] = useState<'top' | 'bottom' | null>(null);
  useEffect(() => {
    const card = element.current;
    if (card === null || still) return;
    const isOwn = (data: Record<string | symbol, unknown>) => draggedKeys(data).includes(key);
    return combine(
      draggable({
        element: card,
        getInitialData: () => ({ board_cards: [...carriedKeys(key, useBoard.getState().selected)] }),
        onDragStart: () => card.setAttribute('data-dragged', 'true'),
        onDrop: () => card.removeAttribute('data-dragged'),
      }),
      dropTargetForElements({
        element: card,
        canDrop: ({ source }) => draggedKeys(source.data).length > 0,
        getData: ({ input, element: over }) => attachClosestEdge({ column_id, over: key }, { element: over, input, allowedEdges: ['top', 'bottom'] }),
        onDrag: ({ self, source }) => {
          const next = isOwn(source.data) ? null : extractClosestEdge(self.data);
          setEdge(next === 'top' || next === 'bottom' ? next : null);
        },
        onDragLeave: () => setEdge(null),
        onDrop: () => setEdge(null),
      }),
    );
  }, [element, key, column_id, still]);
  return edge;
}
