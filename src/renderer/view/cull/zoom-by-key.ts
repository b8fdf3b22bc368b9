import type { CullAction } from './cull-keys';
import type { Room } from './picture-stage';
import { toggledZoom } from './use-zoom-pointer';
import { pannedBy, zoomAt, type ZoomView } from './zoom-view';

const step = 1.5;
/** The part of the stage that one key pushes the picture by. */
const push = 0.12;

/** What a key makes of a view; null when it has nothing to do with it. */
export function zoomByKey(action: CullAction, view: ZoomView, room: Room | null): ZoomView | null {
  if (room === null) return null;
  const { stand, pointer } = room;
  const { box } = stand;
  switch (action.do) {
    case 'zoom':
      return toggledZoom(view, pointer() ?? { x: 0, y: 0 }, stand);
    case 'larger':
      return zoomAt(view, view.zoom * step, { x: 0, y: 0 }, stand);
    case 'smaller':
      return zoomAt(view, view.zoom / step, { x: 0, y: 0 }, stand);
    case 'pan':
      return pannedBy(view, { x: action.x * push * box.width, y: action.y * push * box.height }, stand);
    default:
      return null;
  }
}
