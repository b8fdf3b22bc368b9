/** How a picture is looked at: how much larger than it fits, and how far it is pushed from the middle, in pixels of the screen. */
export interface Look {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Room {
  readonly width: number;
  readonly height: number;
}

export const wholeLook: Look = { zoom: 1, x: 0, y: 0 };
const largest = 16;

/** The same picture so much larger, with what lies under a spot staying there. The spot is told from the middle. */
export function zoomedAt(look: Look, factor: number, spot: Spot, room: Room): Look {
  const zoom = Math.min(largest, Math.max(1, look.zoom * factor));
  const grown = zoom / look.zoom;
  return held({ zoom, x: spot.x - (spot.x - look.x) * grown, y: spot.y - (spot.y - look.y) * grown }, room);
}

export function pushedBy(look: Look, by: Spot, room: Room): Look {
  return held({ ...look, x: look.x + by.x, y: look.y + by.y }, room);
}

/** A picture is pushed no further than to its edge, and one that fits not at all. */
function held({ zoom, x, y }: Look, { width, height }: Room): Look {
  const [farX, farY] = [((zoom - 1) * width) / 2, ((zoom - 1) * height) / 2];
  return { zoom, x: Math.min(farX, Math.max(-farX, x)), y: Math.min(farY, Math.max(-farY, y)) };
}
