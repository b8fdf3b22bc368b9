import type { PaneLimits } from './pane-sizes';

const step = 16;
const largeStep = 64;
/** A pane that can be folded is, when it is made narrower than this part of its least width. */
const foldBelow = 0.5;

interface Edge extends PaneLimits {
  readonly size: number;
  readonly folds: boolean;
  /** Which way the pane grows. */
  readonly towards: 'left' | 'right';
}

/** What a key on the edge of a pane makes of its width; undefined when it means nothing. */
export function sizeByKey(key: string, shift: boolean, { size, narrowest, widest, usual, folds, towards }: Edge): number | undefined {
  const by = shift ? largeStep : step;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight': {
      const wider = (key === 'ArrowLeft') === (towards === 'left');
      if (wider) return size === 0 ? narrowest : size + by;
      return folds && size <= narrowest ? 0 : Math.max(0, size - by);
    }
    case 'Home':
      return narrowest;
    case 'End':
      return widest;
    case 'Enter':
      return folds ? (size === 0 ? usual : 0) : undefined;
    default:
      return undefined;
  }
}

/** The width that a pointer asks for: so far from the edge of the window, or of what holds the pane, that stays where it is. */
export function sizeByPointer(distance: number, { narrowest, folds }: Pick<Edge, 'narrowest' | 'folds'>): number {
  return folds && distance < narrowest * foldBelow ? 0 : Math.max(narrowest, distance);
}
