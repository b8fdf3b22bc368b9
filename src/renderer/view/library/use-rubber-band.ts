import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import { nothingChosen } from '../../store/library-chosen';
import { chooseCaught, clearChosen, useChosen } from '../../store/use-library-chosen';
import type { LibraryRow, Shapes } from './justify';
import { caught, type Spot, topsOf } from './rubber-band';

/** Pixels that a pointer may tremble while it clicks. */
const still = 5;
/** So near to an edge the grid scrolls, and so fast at most. */
const edge = 36;
const fastest = 28;

/** Where the band is drawn, in the frame. */
export interface Band {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Grid {
  readonly rows: readonly LibraryRow[];
  readonly shapes: Shapes;
  /** What lies left of the first picture. */
  readonly inset: number;
}

/** Chooses what a band catches that is drawn from between the pictures; with Ctrl, what was chosen before stays. Hands back the band. */
export function useRubberBand(frame: RefObject<HTMLElement | null>, { rows, shapes, inset }: Grid): Band | null {
  const [band, setBand] = useState<Band | null>(null);
  const choose = useEffectEvent((tops: readonly number[], from: Spot, to: Spot, also: boolean, before = useChosen.getState().chosen) => {
    chooseCaught(also ? before : nothingChosen, caught(rows, tops, shapes, from, to));
  });
  const topsNow = useEffectEvent(() => topsOf(rows));
  useEffect(() => {
    const host = frame.current;
    const scroller = host?.querySelector<HTMLElement>('[role="grid"]');
    if (host == null || scroller == null) return;
    let leave: (() => void) | null = null;

    const begin = (event: PointerEvent) => {
      const onThing = event.target instanceof Element && event.target.closest('[data-frame], button') !== null;
      const { left, top } = scroller.getBoundingClientRect();
      const onScrollbar = event.clientX - left > scroller.clientWidth;
      if (event.button !== 0 || onThing || onScrollbar || event.shiftKey) return;
      const spotAt = (x: number, y: number): Spot => ({ x: x - left - inset, y: y - top + scroller.scrollTop });
      const from = spotAt(event.clientX, event.clientY);
      const also = event.ctrlKey || event.metaKey;
      const before = useChosen.getState().chosen;
      const tops = topsNow();
      let pointer = { x: event.clientX, y: event.clientY };
      let drawing = false;
      let frameId = 0;

      const draw = () => {
        const room = scroller.getBoundingClientRect();
        const over = Math.max(0, pointer.y - (room.bottom - edge)) - Math.max(0, room.top + edge - pointer.y);
        scroller.scrollTop += Math.max(-fastest, Math.min(fastest, over * 0.6));
        const to = spotAt(pointer.x, pointer.y);
        const x = Math.max(0, Math.min(from.x, to.x) + inset);
        const y = Math.max(0, Math.min(from.y, to.y) - scroller.scrollTop);
        const right = Math.min(scroller.clientWidth, Math.max(from.x, to.x) + inset);
        const bottom = Math.min(scroller.clientHeight, Math.max(from.y, to.y) - scroller.scrollTop);
        setBand({ left: x, top: y, width: Math.max(0, right - x), height: Math.max(0, bottom - y) });
        choose(tops, from, to, also, before);
        frameId = requestAnimationFrame(draw);
      };
      const move = (moved: PointerEvent) => {
        pointer = { x: moved.clientX, y: moved.clientY };
        if (drawing || Math.hypot(pointer.x - event.clientX, pointer.y - event.clientY) < still) return;
        drawing = true;
        draw();
      };
      const end = () => {
        leave?.();
        // A click beside the pictures means none of them.
        if (!drawing && !also && !(event.target instanceof Element && event.target.closest('[data-id]') !== null)) clearChosen();
        // The click that ends a band is no click on a picture.
        if (drawing) window.addEventListener('click', swallow, { capture: true, once: true });
        setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
      };
      leave = () => {
        cancelAnimationFrame(frameId);
        window.removeEventListener('pointermove', move);
        window.removeEventListener('pointerup', end);
        window.removeEventListener('pointercancel', end);
        setBand(null);
        leave = null;
      };
      window.addEventListener('pointermove', move);
      window.addEventListener('pointerup', end);
      window.addEventListener('pointercancel', end);
    };
    scroller.addEventListener('pointerdown', begin);
    return () => {
      scroller.removeEventListener('pointerdown', begin);
      leave?.();
    };
  }, [frame, inset]);
  return band;
}

function swallow(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}
