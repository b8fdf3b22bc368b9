import { expect, it } from 'vitest';
import { pushedBy, wholeLook, zoomedAt } from './look-zoom';

const room = { width: 800, height: 600 };

it('[V101] in quick look a picture grows at the pointer, to a limit, and shrinks to the whole of it', () => {
  const close = zoomedAt(wholeLook, 2, { x: 100, y: -50 }, room);
  expect(close).toEqual({ zoom: 2, x: -100, y: 50 });
  expect(zoomedAt(close, 0.5, { x: 100, y: -50 }, room)).toEqual({ zoom: 1, x: 0, y: 0 });
  expect(zoomedAt(close, 0.01, { x: 300, y: 300 }, room)).toEqual({ zoom: 1, x: 0, y: 0 });
  expect(zoomedAt(close, 1_000, { x: 0, y: 0 }, room).zoom).toBe(16);
});

it('[V101] it is pushed to its edges and no further, and not at all while it fits', () => {
  expect(pushedBy(wholeLook, { x: 50, y: 50 }, room)).toEqual(wholeLook);
  expect(pushedBy({ zoom: 2, x: 0, y: 0 }, { x: 9_000, y: -120 }, room)).toEqual({ zoom: 2, x: 400, y: -120 });
});
