/** A rectangle on the desktop, in the system's scaled pixels. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How a window was left. */
export interface WindowState extends Rectangle {
  readonly maximized: boolean;
  readonly fullscreen: boolean;
}

export const smallestWindow = { width: 760, height: 520 } as const;
const usual = { width: 1_440, height: 900 } as const;
/** So much of a window must be on a display for it to be taken hold of. */
const hold = { width: 120, height: 40 } as const;

/**
 * Where a window opens: where it was left, as far as that can be seen on the displays that are there now. One that lies beyond
 * them, because a display was unplugged or is smaller now, comes to the middle of the nearest.
 * @param areas the displays without docks and bars, the main one first; never empty on a system with a screen
 */
export function placeFor(left: WindowState | null, areas: readonly Rectangle[]): Partial<Rectangle> & Pick<Rectangle, 'width' | 'height'> {
  if (left === null) return within(usual, areas[0] ?? { x: 0, y: 0, ...usual });
  const area = nearest(left, areas);
  if (area === undefined) return { width: left.width, height: left.height };
  const size = within(left, area);
  const seen = overlap({ ...left, ...size }, area);
  const canBeHeld = seen.width >= hold.width && seen.height >= hold.height && left.y >= area.y;
  if (canBeHeld) return { x: left.x, y: left.y, ...size };
  return { x: middle(area.x, area.width, size.width), y: middle(area.y, area.height, size.height), ...size };
}

function within({ width, height }: Pick<Rectangle, 'width' | 'height'>, area: Rectangle): { width: number; height: number } {
  return {
    width: Math.max(smallestWindow.width, Math.min(width, area.width)),
    height: Math.max(smallestWindow.height, Math.min(height, area.height)),
  };
}

function middle(from: number, length: number, wanted: number): number {
  return Math.max(from, from + Math.round((length - wanted) / 2));
}

/** The display that shows most of a rectangle; when none shows any of it, the one whose middle is nearest. */
function nearest(rectangle: Rectangle, areas: readonly Rectangle[]): Rectangle | undefined {
  const shown = (area: Rectangle) => {
    const { width, height } = overlap(rectangle, area);
    return width * height;
  };
  const [best] = areas.toSorted((a, b) => shown(b) - shown(a) || distance(rectangle, a) - distance(rectangle, b));
  return best;
}

function overlap(a: Rectangle, b: Rectangle): { width: number; height: number } {
  return {
    width: Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)),
    height: Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)),
  };
}

function distance(a: Rectangle, b: Rectangle): number {
  return Math.hypot(a.x + a.width / 2 - b.x - b.width / 2, a.y + a.height / 2 - b.y - b.height / 2);
}
