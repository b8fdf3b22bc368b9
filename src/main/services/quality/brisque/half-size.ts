const { fround } = Math;
const a = -0.75;

/** Where each of `to` samples falls among `from`: the second of its four taps, and their float32 weights. */
interface Taps {
  readonly base: Int32Array;
  readonly weights: Float32Array;
}

/** Keys' cubic convolution kernel with a = -0.75 (R. Keys, IEEE TASSP 29(6), 1981), one float32 operation at a time. */
function cubicWeights(x: number): [number, number, number, number] {
  const outer = fround(x + 1);
  const w0 = fround(fround(fround(fround(fround(fround(a * outer) - 5 * a) * outer) + 8 * a) * outer) - 4 * a);
  const inner = (t: number) => fround(fround(fround(fround(fround((a + 2) * t) - (a + 3)) * t) * t) + 1);
  const w1 = inner(x);
  const w2 = inner(fround(1 - x));
  return [w0, w1, w2, fround(fround(fround(1 - w0) - w1) - w2)];
}

/** Pixel centres lie at +0.5 in both sizes. */
function cubicTaps(from: number, to: number): Taps {
  const base = new Int32Array(to);
  const weights = new Float32Array(4 * to);
  const scale = 1 / (to / from);
  for (let d = 0; d < to; d += 1) {
    const position = fround((d + 0.5) * scale - 0.5);
    const start = Math.floor(position);
    base[d] = start;
    weights.set(cubicWeights(fround(position - start)), 4 * d);
  }
  return { base, weights };
}

/** Hands out the rows of an image, left to right, as float32 0..1. Rows are asked for in rising order. */
export type RowSource = (y: number, row: Float32Array, offset: number) => void;

const margin = 2;

/**
 * The image at floor(w/2) x floor(h/2), bicubic without antialias, edges repeated. Only four rows are
 * held. The order of the float32 additions is that of OpenCV 4.6, so the rows are equal bit for bit:
 * across, left to right; down, bottom to top, but top to bottom in the last columns that do not fill
 * a group of four.
 */
export function halfSizeRows(source: RowSource, width: number, height: number): RowSource {
  const halfWidth = width >> 1;
  const across = cubicTaps(width, halfWidth);
  const down = cubicTaps(height, height >> 1);
  const padded = new Float32Array(width + 2 * margin);
  const ring = Array.from({ length: 4 }, () => new Float32Array(halfWidth));
  const held = new Int32Array(4).fill(-1);

  const narrowed = (y: number): Float32Array => {
    const clamped = Math.min(height - 1, Math.max(0, y));
    const slot = ring[clamped & 3] as Float32Array;
    if (held[clamped & 3] !== clamped) {
      source(clamped, padded, margin);
      padded.fill(padded[margin] as number, 0, margin);
      padded.fill(padded[margin + width - 1] as number, margin + width);
      narrow(padded, across, slot);
      held[clamped & 3] = clamped;
    }
    return slot;
  };
  return (y, row, offset) => {
    const base = down.base[y] as number;
    const weights = down.weights.subarray(4 * y, 4 * y + 4);
    blend(narrowed(base - 1), narrowed(base), narrowed(base + 1), narrowed(base + 2), weights, row, offset);
  };
}

function narrow(padded: Float32Array, { base, weights }: Taps, out: Float32Array): void {
  for (let x = 0; x < out.length; x += 1) {
    const at = (base[x] as number) + margin - 1;
    const k = 4 * x;
    let sum = fround((padded[at] as number) * (weights[k] as number));
    sum = fround(sum + fround((padded[at + 1] as number) * (weights[k + 1] as number)));
    sum = fround(sum + fround((padded[at + 2] as number) * (weights[k + 2] as number)));
    out[x] = sum + fround((padded[at + 3] as number) * (weights[k + 3] as number));
  }
}

function blend(
  r0: Float32Array, r1: Float32Array, r2: Float32Array, r3: Float32Array,
  weights: Float32Array, out: Float32Array, offset: number,
): void {
  const [w0 = 0, w1 = 0, w2 = 0, w3 = 0] = weights;
  const grouped = r0.length & ~3;
  for (let x = 0; x < r0.length; x += 1) {
    const p0 = fround((r0[x] as number) * w0);
    const p1 = fround((r1[x] as number) * w1);
    const p2 = fround((r2[x] as number) * w2);
    const p3 = fround((r3[x] as number) * w3);
    out[offset + x] =
      x < grouped ? p0 + fround(p1 + fround(p2 + p3)) : fround(fround(p0 + p1) + p2) + p3;
  }
}
