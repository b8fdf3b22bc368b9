import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeFor, type Rectangle, smallestWindow, type WindowState } from './window-place';

const main: Rectangle = { x: 0, y: 25, width: 1_920, height: 1_055 };
const second: Rectangle = { x: 1_920, y: 0, width: 1_280, height: 1_024 };
const usual = { x: 100, y: 80, width: 1_000, height: 700, maximized: false, fullscreen: false };
const left = (change: Partial<WindowState> = {}): WindowState => ({ ...usual, ...change });

it('[D1] a window opens where it was left, and in its usual size the first time', () => {
  expect(placeFor(left(), [main, second])).toEqual({ x: 100, y: 80, width: 1_000, height: 700 });
  expect(placeFor(left({ x: 2_000 }), [main, second])).toEqual({ x: 2_000, y: 80, width: 1_000, height: 700 });
  // Over the edge on purpose, but there is enough to take hold of.
  expect(placeFor(left({ x: 1_700 }), [main])).toEqual({ x: 1_700, y: 80, width: 1_000, height: 700 });
  expect(placeFor(null, [main])).toEqual({ width: 1_440, height: 900 });
  expect(placeFor(null, [{ ...main, width: 1_200, height: 700 }])).toEqual({ width: 1_200, height: 700 });
});

it('[D1] one whose display is gone, or whose title bar cannot be reached, comes to the middle of the nearest', () => {
  expect(placeFor(left({ x: 2_000 }), [main])).toEqual({ x: 460, y: 203, width: 1_000, height: 700 });
  expect(placeFor(left({ y: -400 }), [main])).toEqual({ x: 460, y: 203, width: 1_000, height: 700 });
  expect(placeFor(left({ x: 3_500, y: 200 }), [main, second])).toEqual({ x: 2_060, y: 162, width: 1_000, height: 700 });
});

it('[D1] whatever was left and whatever displays there are, enough of the window can be seen to take hold of it', () => {
  const far = fc.integer({ min: -20_000, max: 20_000 });
  const area = fc.record({ x: far, y: far, width: fc.integer({ min: 800, max: 8_000 }), height: fc.integer({ min: 600, max: 5_000 }) });
  const state = fc.record({ x: far, y: far, width: fc.integer({ min: 1, max: 20_000 }), height: fc.integer({ min: 1, max: 20_000 }) });
  fc.assert(
    fc.property(state, fc.array(area, { minLength: 1, maxLength: 3 }), (was, areas) => {
      const { x = Number.NaN, y = Number.NaN, width, height } = placeFor(left(was), areas);
      expect(width).toBeGreaterThanOrEqual(smallestWindow.width);
      expect(height).toBeGreaterThanOrEqual(smallestWindow.height);
      const reachable = (one: Rectangle) =>
        y >= one.y && y + 40 <= one.y + one.height && x + width >= one.x + 120 && x + 120 <= one.x + one.width;
      expect(areas.some(reachable)).toBe(true);
    }),
  );
});
