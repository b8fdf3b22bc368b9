import type { MapSums } from '../aggd';
import type { RowKernels } from '../row-kernels';
import { mapCount } from '../row-kernels';
import { kernelsModule } from './kernels-code';

type RowFunction = (...numbers: readonly number[]) => void;
interface KernelExports {
  readonly levels: RowFunction;
  readonly narrow: RowFunction;
  readonly blend: RowFunction;
  readonly square: RowFunction;
  readonly blur: RowFunction;
  readonly contrast: RowFunction;
  readonly addProducts: RowFunction;
  readonly probe: RowFunction;
}

/** The part of the engine's own interface that is used here; not every set of type declarations has it. */
interface WasmEngine {
  validate(bytes: Uint8Array): boolean;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (size: { readonly initial: number }) => WasmMemory;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
}
interface WasmMemory {
  readonly buffer: ArrayBuffer;
}
const engine = (globalThis as { readonly WebAssembly?: WasmEngine }).WebAssembly;

const pageBytes = 65_536;
/** Per map: two float64 each of three sums, four int32 each of two counts. */
const mapBytes = 80;
const sumsBytes = mapCount * mapBytes;
/** Gray levels wait here to be spread, so many at a time. */
const levelBytes = 2048;
/** Values added in float32 before they go into a float64. */
const run = 512;

/** Undefined when the engine does not know relaxed SIMD; compiled once. */
let compiled: object | null | undefined;

function compile(): object | null {
  if (compiled === undefined) {
    const bytes = kernelsModule();
    compiled = engine?.validate(bytes) === true ? new engine.Module(bytes) : null;
  }
  return compiled;
}

/** The kernels in WebAssembly SIMD: four values at a time. */
export class SimdKernels implements RowKernels {
  readonly memory: Float32Array;
  readonly #kernels: KernelExports;
  readonly #doubles: Float64Array;
  readonly #counts: Int32Array;
  readonly #levels: Uint8Array;
  readonly #sumsStart: number;
  readonly #levelsStart: number;

  private constructor(memory: WasmMemory, kernels: KernelExports, floats: number) {
    this.#kernels = kernels;
    this.#sumsStart = 4 * floats;
    this.memory = new Float32Array(memory.buffer, 0, floats);
    this.#doubles = new Float64Array(memory.buffer, this.#sumsStart, sumsBytes / 8);
    this.#counts = new Int32Array(memory.buffer, this.#sumsStart, sumsBytes / 4);
    this.#levelsStart = this.#sumsStart + sumsBytes;
    this.#levels = new Uint8Array(memory.buffer, this.#levelsStart, levelBytes);
  }

  /**
   * Kernels with room for `floats` values, a multiple of four. Undefined where the engine has no relaxed
   * SIMD or the processor no fused multiply-add: the scores would differ from those of other machines.
   */
  static create(floats: number): SimdKernels | undefined {
    const module = compile();
    if (module === null || engine === undefined) return undefined;
    const memory = new engine.Memory({ initial: Math.ceil((4 * floats + sumsBytes + levelBytes) / pageBytes) });
    const kernels = new engine.Instance(module, { rows: { memory } }).exports as KernelExports;
    return isFused(memory, kernels) ? new SimdKernels(memory, kernels, floats) : undefined;
  }

  levels(gray: Uint8Array, start: number, target: number, count: number): void {
    for (let x = 0; x < count; x += levelBytes) {
      const part = gray.subarray(start + x, start + Math.min(count, x + levelBytes));
      this.#levels.set(part);
      this.#kernels.levels(this.#levelsStart, 4 * (target + x), 4 * part.length, 0, 0);
    }
  }

  narrow(source: number, target: number, count: number): void {
    this.#kernels.narrow(4 * source, 4 * target, 4 * count, 0);
  }

  blend(rows: readonly number[], weights: number, target: number, count: number): void {
    const [r0 = 0, r1 = 0, r2 = 0, r3 = 0] = rows;
    this.#kernels.blend(4 * r0, 4 * r1, 4 * r2, 4 * r3, 4 * weights, 4 * target, 4 * count, 0);
  }

  square(source: number, target: number, count: number): void {
    this.#kernels.square(4 * source, 4 * target, 4 * count, 0);
  }

  blur(source: number, target: number, count: number): void {
    this.#kernels.blur(4 * source, 4 * target, 4 * count, 0);
  }

  contrast(pixels: number, means: readonly number[], squares: readonly number[], target: number, count: number): void {
    const [a0 = 0, a1 = 0, a2 = 0, a3 = 0, a4 = 0, a5 = 0, a6 = 0] = means;
    const [b0 = 0, b1 = 0, b2 = 0, b3 = 0, b4 = 0, b5 = 0, b6 = 0] = squares;
    this.#kernels.contrast(
      4 * pixels, 4 * target, 4 * count, 0,
      4 * a0, 4 * a1, 4 * a2, 4 * a3, 4 * a4, 4 * a5, 4 * a6,
      4 * b0, 4 * b1, 4 * b2, 4 * b3, 4 * b4, 4 * b5, 4 * b6,
    );
  }

  addProducts(map: number, a: number, b: number, count: number): void {
    const sums = this.#sumsStart + map * mapBytes;
    for (let x = 0; x < count; x += run) {
      this.#kernels.addProducts(4 * (a + x), 4 * (b + x), sums, 4 * Math.min(run, count - x), 0);
    }
  }

  sums(map: number, count: number): MapSums {
    const [n0 = 0, n1 = 0, p0 = 0, p1 = 0, m0 = 0, m1 = 0] = this.#doubles.subarray((map * mapBytes) / 8);
    const counts = this.#counts.subarray((map * mapBytes + 48) / 4);
    const [c0 = 0, c1 = 0, c2 = 0, c3 = 0, d0 = 0, d1 = 0, d2 = 0, d3 = 0] = counts;
    return {
      count,
      negatives: c0 + c1 + c2 + c3,
      positives: d0 + d1 + d2 + d3,
      negativeSquares: n0 + n1,
      positiveSquares: p0 + p1,
      magnitudes: m0 + m1,
    };
  }

  reset(): void {
    this.#counts.fill(0);
  }
}

/** Whether a * b + c is rounded once. (1 + 2^-23)^2 - (1 + 2^-22) is 2^-46 then, and 0 when rounded twice. */
function isFused(memory: WasmMemory, { probe }: KernelExports): boolean {
  const scratch = new Float32Array(memory.buffer, 0, 12);
  scratch.fill(1 + 2 ** -23, 0, 4);
  scratch.fill(-(1 + 2 ** -22), 4, 8);
  probe(0);
  const fused = scratch[8] === 2 ** -46;
  scratch.fill(0);
  return fused;
}
