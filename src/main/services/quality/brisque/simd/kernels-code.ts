import type { Code, WasmFunction } from './wasm-assembler';
import {
  add, addDoubles, assemble, divide, evenPlaces, forEachVector, get, greater, highHalf, larger, less, lesser, load, loadBytes, loadSplat,
  lowDoubles, magnitude, multiply, multiplyAdd, oddPlaces, plus, set, small, splat, squareRoot, store, subtract, subtractIntegers, without,
} from './wasm-assembler';
import { halvingTaps } from '../halving';
import { contrastFloor, grayUnit, windowTaps } from '../window';

const [k0, k1, k2, k3] = windowTaps.map(splat) as [Code, Code, Code, Code];
const zero = splat(0);

/** levels(bytes, target, 4 * count, -, -): target = byte / 255. Local 4 counts the bytes. */
const levels: WasmFunction = {
  name: 'levels',
  parameters: 5,
  vectors: 0,
  body: [
    ...set(4, get(0)),
    ...forEachVector(3, 2, [
      ...store(plus(get(1), get(3)), multiply(loadBytes(get(4)), splat(grayUnit))),
      ...set(4, plus(get(4), small(4))),
    ]),
  ],
};

/** narrow(source, target, bytes of target, -): every other place between four, not fused, left to right. Source starts one before. */
const narrow: WasmFunction = {
  name: 'narrow',
  parameters: 4,
  vectors: 4,
  body: forEachVector(3, 2, [
    ...[0, 16, 8, 24].flatMap((offset, i) => [...set(4 + i, load(plus(get(0), plus(get(3), get(3))), offset))]),
    ...store(
      plus(get(1), get(3)),
      [evenPlaces(get(4), get(5)), oddPlaces(get(4), get(5)), evenPlaces(get(6), get(7)), oddPlaces(get(6), get(7))]
        .map((taps, i) => multiply(taps, splat(halvingTaps[i] as number)))
        .reduce(add),
    ),
  ]),
};

/** blend(4 rows, weights, target, bytes, -): the weighted sum of four rows, not fused, bottom to top. */
const blend: WasmFunction = {
  name: 'blend',
  parameters: 8,
  vectors: 4,
  body: [
    ...[0, 1, 2, 3].flatMap((i) => [...set(8 + i, loadSplat(get(4), 4 * i))]),
    ...forEachVector(7, 6, [
      ...store(
        plus(get(5), get(7)),
        [0, 1, 2, 3].map((i) => multiply(load(plus(get(i), get(7))), get(8 + i))).reduceRight((below, row) => add(row, below)),
      ),
    ]),
  ],
};

/** square(source, target, bytes, -): target = source * source. */
const square: WasmFunction = {
  name: 'square',
  parameters: 4,
  vectors: 1,
  body: forEachVector(3, 2, [
    ...set(4, load(plus(get(0), get(3)))),
    ...store(plus(get(1), get(3)), multiply(get(4), get(4))),
  ]),
};

/** blur(source, target, bytes, -): seven taps across, left to right, fused. Source starts three before target. */
const blur: WasmFunction = {
  name: 'blur',
  parameters: 4,
  vectors: 1,
  body: forEachVector(3, 2, [
    ...set(4, multiply(k3, load(plus(get(0), get(3))))),
    ...[k2, k1, k0, k1, k2, k3].flatMap((k, i) => [...set(4, multiplyAdd(k, load(plus(get(0), get(3)), 4 * (i + 1)), get(4)))]),
    ...store(plus(get(1), get(3)), get(4)),
  ]),
};

/** Seven rows down, from the centre outward, fused; the parameters from `first` on are the rows, top to bottom. */
function blurDown(first: number, at: number, sum: number): Code {
  const row = (i: number) => load(plus(get(first + i), get(at)));
  return [
    ...set(sum, multiply(k0, row(3))),
    ...set(sum, multiplyAdd(k1, add(row(2), row(4)), get(sum))),
    ...set(sum, multiplyAdd(k2, add(row(1), row(5)), get(sum))),
    ...set(sum, multiplyAdd(k3, add(row(0), row(6)), get(sum))),
  ];
}

/** contrast(pixels, target, bytes, -, 7 rows of means, 7 rows of squares): see contrastRow. */
const contrast: WasmFunction = {
  name: 'contrast',
  parameters: 18,
  vectors: 3,
  body: forEachVector(3, 2, [
    ...blurDown(4, 3, 18),
    ...blurDown(11, 3, 19),
    ...set(19, subtract(get(19), multiply(get(18), get(18)))),
    ...set(20, divide(subtract(load(plus(get(0), get(3))), get(18)), add(squareRoot(get(19)), splat(contrastFloor)))),
    ...store(plus(get(1), get(3)), without(get(20), less(get(19), zero))),
  ]),
};

/** Adds four float32 to the two float64 at `offset` from parameter 2. */
const flush = (vector: number, offset: number): Code =>
  store(get(2), addDoubles(load(get(2), offset), addDoubles(lowDoubles(get(vector)), lowDoubles(highHalf(get(vector))))), offset);

/**
 * addProducts(a, b, sums, bytes, -): adds a * b to the sums of a map, which lie in memory as two float64
 * each of negative squares, positive squares and magnitudes, then four int32 each of counts.
 * Within one call it adds in float32, so a call should cover no more than a few hundred values.
 */
const addProducts: WasmFunction = {
  name: 'addProducts',
  parameters: 5,
  vectors: 7,
  body: [
    ...set(10, load(get(2), 48)),
    ...set(11, load(get(2), 64)),
    ...forEachVector(4, 3, [
      ...set(5, multiply(load(plus(get(0), get(4))), load(plus(get(1), get(4))))),
      ...set(6, lesser(get(5), zero)),
      ...set(7, add(get(7), multiply(get(6), get(6)))),
      ...set(6, larger(get(5), zero)),
      ...set(8, add(get(8), multiply(get(6), get(6)))),
      ...set(9, add(get(9), magnitude(get(5)))),
      // A true comparison is -1 in each lane.
      ...set(10, subtractIntegers(get(10), less(get(5), zero))),
      ...set(11, subtractIntegers(get(11), greater(get(5), zero))),
    ]),
    ...flush(7, 0),
    ...flush(8, 16),
    ...flush(9, 32),
    ...store(get(2), get(10), 48),
    ...store(get(2), get(11), 64),
  ],
};

/** probe(place): of the vectors a, b, - at that place, writes a * a + b to the third. */
const probe: WasmFunction = {
  name: 'probe',
  parameters: 1,
  vectors: 1,
  body: [
    ...set(1, load(get(0))),
    ...store(plus(get(0), small(32)), multiplyAdd(get(1), get(1), load(get(0), 16))),
  ],
};

/** The WebAssembly module, about a kilobyte. */
export const kernelsModule = (): Uint8Array<ArrayBuffer> => assemble([levels, narrow, blend, square, blur, contrast, addProducts, probe]);
