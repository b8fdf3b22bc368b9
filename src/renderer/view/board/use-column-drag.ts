import { attachClosestEdge, extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type RefObject, useEffect, useState } from 'react';

type Data = Record<string | symbol, unknown>;

/** The column that is dragged, by id. */
export function draggedColumn(data: Data): string | null {
  const id = data['board_column'];
  return typeof id === 'string' ? id : null;
}

/** Lets a column be dragged by its head, and others be dropped beside it. */
export function useColumnDrag(
  column: RefObject<HTMLElement | null>, head: RefObject<HTMLElement | null>, id: string, still: boolean,
): 'left' | 'right' | null {
  const [edge, setEdge] = useState<'left' | 'right' | null>(null);
  useEffect(() => {
    const element = column.current;
    const dragHandle = head.current;
    if (element === null || dragHandle === null || still) return;
    return combine(
      draggable({
        element,
        dragHandle,
        getInitialData: () => ({ board_column: id }),
        onDragStart: () => element.setAttribute('data-dragged', 'true'),
        onDrop: () => element.removeAttribute('data-dragged'),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => draggedColumn(source.data) !== null,
        getData: ({ input, element: over }) => attachClosestEdge({ beside: id }, { element: over, input, allowedEdges: ['left', 'right'] }),
        onDrag: ({ self, source }) => {
          const next = draggedColumn(source.data) === id ? null : extractClosestEdge(self.data);
          setEdge(next === 'left' || next === 'right' ? next : null);
        },
        onDragLeave: () => setEdge(null),
        onDrop: () => setEdge(null),
      }),
    );
  }, [column, head, id, still]);
  return edge;
}
