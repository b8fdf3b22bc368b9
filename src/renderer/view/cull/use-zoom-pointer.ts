import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import { pannedBy, type Point, type Stand, wholePicture, zoomAt, zoomOfPixels, type ZoomView } from './zoom-view';

interface Zooming {
  readonly view: ZoomView;
  /** Null until it is known how large everything is. */
  readonly stand: Stand | null;
  readonly onView: (view: ZoomView) => void;
  /** A press that did not become a push. */
  readonly onPress?: (() => void) | undefined;
}

/** Pixels that a pointer may tremble while it clicks. */
const still = 4;
const wheelStep = 0.0016;

/** The whole picture, or at 100 % with a point of the box staying where it is. */
export function toggledZoom(view: ZoomView, point: Point, stand: Stand): ZoomView {
  if (view.zoom > 1) return wholePicture;
  return zoomAt(view, Math.max(1.5, zoomOfPixels(stand.picture, stand.box, window.devicePixelRatio)), point, stand);
}

/** Click for 100 %, drag to push, wheel to zoom at the pointer. Hands back where the pointer is, from the middle. */
export function useZoomPointer(stage: RefObject<HTMLElement | null>, zooming: Zooming): RefObject<Point | null> {
  const pointer = useRef<Point | null>(null);
  const at = useEffectEvent((event: MouseEvent): Point => {
    const rect = stage.current?.getBoundingClientRect() ?? new DOMRect();
    return { x: event.clientX - rect.left - rect.width / 2, y: event.clientY - rect.top - rect.height / 2 };
  });
  const push = useEffectEvent((by: Point) => {
    const { view, stand, onView } = zooming;
    if (stand !== null && view.zoom > 1) onView(pannedBy(view, by, stand));
  });
  const click = useEffectEvent((event: PointerEvent) => {
    const { view, stand, onView, onPress } = zooming;
    onPress?.();
    if (stand !== null) onView(toggledZoom(view, at(event), stand));
  });
  const turn = useEffectEvent((event: WheelEvent) => {
    const { view, stand, onView } = zooming;
    event.preventDefault();
    if (stand !== null) onView(zoomAt(view, view.zoom * Math.exp(-event.deltaY * wheelStep), at(event), stand));
  });
  useEffect(() => {
    const target = stage.current;
    if (target === null) return;
    let last: Point | null = null;
    let moved = 0;
    const down = (event: PointerEvent) => {
      if (event.button !== 0 || (event.target instanceof Element && event.target.closest('button') !== null)) return;
      last = { x: event.clientX, y: event.clientY };
      moved = 0;
      target.setPointerCapture(event.pointerId);
    };
    const leave = () => { pointer.current = null; };
    const move = (event: PointerEvent) => {
      pointer.current = at(event);
      if (last === null) return;
      const by = { x: event.clientX - last.x, y: event.clientY - last.y };
      moved += Math.abs(by.x) + Math.abs(by.y);
      last = { x: event.clientX, y: event.clientY };
      if (moved > still) push(by);
    };
    const up = (event: PointerEvent) => {
      if (last !== null && moved <= still) click(event);
      last = null;
    };
    const cancel = () => { last = null; };
    const wheel = (event: WheelEvent) => turn(event);
    target.addEventListener('pointerdown', down);
    target.addEventListener('pointermove', move);
    target.addEventListener('pointerleave', leave);
    target.addEventListener('pointerup', up);
    target.addEventListener('pointercancel', cancel);
    target.addEventListener('wheel', wheel, { passive: false });
    return () => {
      target.removeEventListener('pointerdown', down);
      target.removeEventListener('pointermove', move);
      target.removeEventListener('pointerleave', leave);
      target.removeEventListener('pointerup', up);
      target.removeEventListener('pointercancel', cancel);
      target.removeEventListener('wheel', wheel);
    };
  }, [stage]);
  return pointer;
}
