import { describe, expect, it } from 'vitest';
import { fitScale, held, pannedBy, placeOf, wholePicture, zoomAt, zoomOfPixels } from './zoom-view';

const box = { width: 1000, height: 800 };
const landscape = { width: 4000, height: 2000 };
const portrait = { width: 1000, height: 3000 };
const stand = { picture: landscape, box };

describe('what is seen of a picture', () => {
  it('[R64] is the whole of it to begin with, in the middle, and a tiny one is not blown up', () => {
    expect(placeOf(wholePicture, landscape, box)).toEqual({ scale: 0.25, left: 0, top: 150 });
    expect(placeOf(wholePicture, portrait, box)).toMatchObject({ top: 0, scale: 800 / 3000 });
    expect(fitScale({ width: 10, height: 10 }, box)).toBe(4);
  });

  it('[R64] at 100 % is one pixel on one of the screen, whatever the screen’s density', () => {
    for (const density of [1, 1.5, 2]) {
      const view = zoomAt(wholePicture, zoomOfPixels(landscape, box, density), { x: 0, y: 0 }, stand);
      expect(placeOf(view, landscape, box).scale * density).toBeCloseTo(1, 10);
    }
    expect(zoomOfPixels({ width: 100, height: 80 }, box, 1)).toBe(1);
  });

  it('[R64] keeps what lies under the pointer there while it is zoomed', () => {
    const point = { x: 220, y: -90 };
    const under = (view: typeof wholePicture) => {
      const { left, top, scale } = placeOf(view, landscape, box);
      return [(box.width / 2 + point.x - left) / scale, (box.height / 2 + point.y - top) / scale];
    };
    const near = zoomAt(wholePicture, 6, point, stand);
    under(near).forEach((at, index) => expect(at).toBeCloseTo(under(wholePicture)[index]!, 6));
  });

  it('[R64] never leaves the box empty where the picture could fill it, however far it is pushed', () => {
    const near = { ...wholePicture, zoom: 4 };
    const pushed = pannedBy(near, { x: 1e6, y: -1e6 }, stand);
    const { left, top, scale } = placeOf(pushed, landscape, box);
    expect([left, top + landscape.height * scale]).toEqual([0, box.height]);
    expect(held({ zoom: 1, x: 0.1, y: 0.9 }, landscape, box)).toEqual(wholePicture);
    expect(zoomAt(near, 0.01, { x: 0, y: 0 }, stand)).toEqual(wholePicture);
    expect(placeOf(zoomAt(near, 1e9, { x: 0, y: 0 }, stand), landscape, box).scale).toBe(8);
  });

  it('[R67] beside others goes as far as any of them reaches, also where its own picture ends', () => {
    const near = { ...wholePicture, zoom: 2 };
    const narrow = { picture: portrait, box };
    expect(pannedBy(near, { x: -100, y: 0 }, narrow).x).toBe(0.5);
    expect(pannedBy(near, { x: -100, y: 0 }, { ...narrow, together: true }).x).toBeGreaterThan(0.6);
    expect(pannedBy(near, { x: -1e6, y: 1e6 }, { ...narrow, together: true })).toEqual({ zoom: 2, x: 1, y: 0 });
    expect(zoomAt(near, 1, { x: 400, y: 0 }, { ...narrow, together: true })).toEqual(wholePicture);
  });

  it('[R67] told without sizes, is the same place of pictures of any size', () => {
    const view = zoomAt(wholePicture, 3, { x: 300, y: 100 }, stand);
    for (const picture of [landscape, portrait, { width: 64, height: 64 }]) {
      const { left, top, scale } = placeOf(view, picture, box);
      expect((box.width / 2 - left) / (picture.width * scale)).toBeCloseTo(view.x, 10);
      expect((box.height / 2 - top) / (picture.height * scale)).toBeCloseTo(view.y, 10);
      expect(scale / fitScale(picture, box)).toBe(3);
    }
  });
});
