/**
 * Just enough of the WebAssembly binary format for the kernels beside this file (core specification
 * 2.0, chapter 5, and the relaxed SIMD proposal). A piece of code is its bytes; an expression leaves
 * one value on the stack.
 */
export type Code = readonly number[];

/** A function of i32 parameters and no result; `vectors` v128 locals follow the parameters. */
export interface WasmFunction {
  readonly name: string;
  readonly parameters: number;
  readonly vectors: number;
  readonly body: Code;
}

/** Unsigned LEB128. */
function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    bytes.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
    rest >>>= 7;
  } while (rest > 0);
  return bytes;
}

const vector = (items: readonly Code[]): number[] => [...unsigned(items.length), ...items.flat()];
const sized = (bytes: Code): number[] => [...unsigned(bytes.length), ...bytes];
const section = (id: number, bytes: Code): number[] => [id, ...sized(bytes)];
const text = (name: string): number[] => sized(Array.from(name, (letter) => letter.charCodeAt(0)));

const i32 = 0x7f;
const v128 = 0x7b;

/** The module: it imports its memory as "rows" "memory" and exports every function by its name. */
export function assemble(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ parameters }) => [0x60, ...unsigned(parameters), ...Array<number>(parameters).fill(i32), 0]);
  const bodies = functions.map(({ vectors, body }) => sized([1, ...unsigned(vectors), v128, ...body, 0x0b]));
  return Uint8Array.from([
    0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, vector(types)),
    ...section(2, vector([[...text('rows'), ...text('memory'), 2, 0, 1]])),
    ...section(3, vector(functions.map((_, i) => unsigned(i)))),
    ...section(7, vector(functions.map(({ name }, i) => [...text(name), 0, ...unsigned(i)]))),
    ...section(10, vector(bodies)),
  ]);
}

const simd = (code: number): number[] => [0xfd, ...unsigned(code)];
const unary = (code: number) => (a: Code): Code => [...a, ...simd(code)];
const binary = (code: number) => (a: Code, b: Code): Code => [...a, ...b, ...simd(code)];

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number, value: Code): Code => [...value, 0x21, ...unsigned(local)];
export const plus = (a: Code, b: Code): Code => [...a, ...b, 0x6a];
/** 0 to 63 only: one byte of signed LEB128. */
export const small = (value: number): Code => [0x41, value];

/** Four float32 of the same value. */
export const splat = (value: number): Code => [0x43, ...new Uint8Array(Float32Array.of(value).buffer), ...simd(19)];
/** Any address will do; `offset` is in bytes. */
export const load = (address: Code, offset = 0): Code => [...address, ...simd(0), 0, ...unsigned(offset)];
export const store = (address: Code, value: Code, offset = 0): Code => [...address, ...value, ...simd(11), 0, ...unsigned(offset)];

export const less = binary(67);
export const greater = binary(68);
/** The bits of a that are not in b. */
export const without = binary(79);
export const subtractIntegers = binary(177);
export const magnitude = unary(224);
export const squareRoot = unary(227);
export const add = binary(228);
export const subtract = binary(229);
export const multiply = binary(230);
export const divide = binary(231);
/** The lesser and the larger of each pair, b where they are equal. */
export const lesser = (a: Code, b: Code): Code => [...b, ...a, ...simd(234)];
export const larger = (a: Code, b: Code): Code => [...b, ...a, ...simd(235)];
export const addDoubles = binary(240);
/** The first two float32 as float64. */
export const lowDoubles = unary(95);
/** Four of the eight float32 in a and b, by their places 0 to 7. */
const pick = (a: Code, b: Code, places: readonly number[]): Code => [
  ...a, ...b, ...simd(13), ...places.flatMap((place) => [4 * place, 4 * place + 1, 4 * place + 2, 4 * place + 3]),
];
/** The last two float32 in the place of the first two. */
export const highHalf = (a: Code): Code => pick(a, a, [2, 3, 2, 3]);
export const evenPlaces = (a: Code, b: Code): Code => pick(a, b, [0, 2, 4, 6]);
export const oddPlaces = (a: Code, b: Code): Code => pick(a, b, [1, 3, 5, 7]);
/** Four bytes at an address as four float32. */
export const loadBytes = (address: Code): Code => [...address, ...simd(92), 0, 0, ...simd(137), ...simd(169), ...simd(251)];
/** Four times the float32 at an address. */
export const loadSplat = (address: Code, offset = 0): Code => [...address, ...simd(9), 0, ...unsigned(offset)];
/** a * b + c. Rounded once or twice, as the processor likes: relaxed SIMD. */
export const multiplyAdd = (a: Code, b: Code, c: Code): Code => [...a, ...b, ...c, ...simd(0x105)];

/** Repeats `body` for local `at` = 0, 16, 32 … while it is below local `end`. At least once. */
export const forEachVector = (at: number, end: number, body: Code): Code => [
  ...set(at, small(0)),
  0x03, 0x40,
  ...body,
  ...plus(get(at), small(16)), 0x22, ...unsigned(at), ...get(end), 0x49, 0x0d, 0,
  0x0b,
];
