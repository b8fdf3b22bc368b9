export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * What is seen of a picture, told without its size, so that several pictures can show the same: how much larger than the whole
 * picture would be, and which place of it (0 … 1) lies in the middle.
 */
export interface ZoomView {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

export const wholePicture: ZoomView = { zoom: 1, x: 0.5, y: 0.5 };

/** Where a picture is looked at. */
export interface Stand {
  readonly picture: Size;
  readonly box: Size;
  /** Whether others of other shapes show the same place: what fills one of them need not fill the next. */
  readonly together?: boolean;
}

/** A tiny picture is not blown up beyond recognition to fill a screen. */
const mostEnlarged = 4;
/** Screen pixels for one of the picture. */
const mostScale = 8;

/** The scale at which the whole picture is seen. */
export function fitScale(picture: Size, box: Size): number {
  return Math.min(box.width / picture.width, box.height / picture.height, mostEnlarged);
}

interface Placed {
  readonly left: number;
  readonly top: number;
  readonly scale: number;
}

/** Where the picture lies in its box, and how large. */
export function placeOf({ zoom, x, y }: ZoomView, picture: Size, box: Size): Placed {
  const scale = fitScale(picture, box) * zoom;
  return { scale, left: box.width / 2 - x * picture.width * scale, top: box.height / 2 - y * picture.height * scale };
}

/** How far to zoom for one pixel of the picture on one of the screen. */
export function zoomOfPixels(picture: Size, box: Size, density: number): number {
  return Math.max(1, 1 / density / fitScale(picture, box));
}

/** The same view at another zoom, with what lies under a point of the box staying there. The point is told from the middle. */
export function zoomAt(view: ZoomView, zoom: number, point: Point, { picture, box, together = false }: Stand): ZoomView {
  const fit = fitScale(picture, box);
  const next = Math.min(Math.max(1, zoom), Math.max(1, mostScale / fit));
  const shift = (size: number, at: number) => at / (size * fit * view.zoom) - at / (size * fit * next);
  const there = { zoom: next, x: view.x + shift(picture.width, point.x), y: view.y + shift(picture.height, point.y) };
  return together ? inside(there) : held(there, picture, box);
}

/** The view after the picture was pushed by so many pixels. */
export function pannedBy(view: ZoomView, by: Point, { picture, box, together = false }: Stand): ZoomView {
  const scale = fitScale(picture, box) * view.zoom;
  const there = { ...view, x: view.x - by.x / (picture.width * scale), y: view.y - by.y / (picture.height * scale) };
  return together ? inside(there) : held(there, picture, box);
}

/** Keeps a place of the picture in the middle; with the whole of it in sight that is its own middle. */
function inside({ zoom, x, y }: ZoomView): ZoomView {
  const within = (at: number) => (zoom === 1 ? 0.5 : Math.min(1, Math.max(0, at)));
  return { zoom, x: within(x), y: within(y) };
}

/** Keeps the box filled where the picture is large enough, and the picture in the middle where it is not. */
export function held(view: ZoomView, picture: Size, box: Size): ZoomView {
  const scale = fitScale(picture, box) * view.zoom;
  const hold = (at: number, size: number, room: number) => {
    const half = room / (2 * size * scale);
    return half >= 0.5 ? 0.5 : Math.min(1 - half, Math.max(half, at));
  };
  return { zoom: view.zoom, x: hold(view.x, picture.width, box.width), y: hold(view.y, picture.height, box.height) };
}
