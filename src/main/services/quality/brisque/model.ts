import { crc32 } from './crc32';

/** The support vector machine that turns 36 features into a score, and the range they are scaled by. */
export interface BrisqueModel {
  /** Width of the RBF kernel, exp(-gamma |a - b|^2). */
  readonly gamma: number;
  /** Taken from the weighted sum. */
  readonly rho: number;
  /** Least value of each feature in training, 36. */
  readonly rangeLow: Float32Array;
  /** Greatest value of each feature in training, 36. */
  readonly rangeHigh: Float32Array;
  /** One weight per support vector. */
  readonly weights: Float64Array;
  /** Support vectors, row after row, 36 numbers each. */
  readonly vectors: Float32Array;
}

/** The model file is not what this version of Alice was made with. Nothing can be rated without it. */
export class BrisqueModelError extends Error {
  override readonly name = 'BrisqueModelError';
}

export const featureCount = 36;

const magic = 'ALBRISQ\0';
const layoutVersion = 1;
const bodyStart = 24;
const rangeStart = 40;

/**
 * Reads resources/quality/brisque-live.bin; scripts/quality/convert-brisque-model.mjs, which writes
 * it, says how it is laid out. The result shares no memory with `bytes`.
 *
 * @throws BrisqueModelError when the file is cut short, altered, or of another layout.
 */
export function parseBrisqueModel(bytes: Uint8Array): BrisqueModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < rangeStart) throw new BrisqueModelError(`The quality model is only ${bytes.length} bytes long.`);
  if (magic !== String.fromCharCode(...bytes.subarray(0, magic.length))) {
    throw new BrisqueModelError('This file is not a quality model.');
  }
  const version = view.getUint32(8, true);
  if (version !== layoutVersion) {
    throw new BrisqueModelError(`The quality model has layout ${version}; this version reads layout ${layoutVersion}.`);
  }
  const features = view.getUint32(12, true);
  const count = view.getUint32(16, true);
  if (features !== featureCount) {
    throw new BrisqueModelError(`The quality model takes ${features} features instead of ${featureCount}.`);
  }
  const weightsStart = rangeStart + 8 * features;
  const vectorsStart = weightsStart + 8 * count;
  const expected = vectorsStart + 4 * count * features;
  if (count === 0 || bytes.length !== expected) {
    throw new BrisqueModelError(`The quality model is ${bytes.length} bytes long instead of ${expected}.`);
  }
  if (crc32(bytes.subarray(bodyStart)) !== view.getUint32(20, true)) {
    throw new BrisqueModelError('The quality model is damaged: its checksum does not match.');
  }
  const float32 = (start: number, length: number) => Float32Array.from({ length }, (_, i) => view.getFloat32(start + 4 * i, true));
  return {
    gamma: view.getFloat64(bodyStart, true),
    rho: view.getFloat64(bodyStart + 8, true),
    rangeLow: float32(rangeStart, features),
    rangeHigh: float32(rangeStart + 4 * features, features),
    weights: Float64Array.from({ length: count }, (_, i) => view.getFloat64(weightsStart + 8 * i, true)),
    vectors: float32(vectorsStart, count * features),
  };
}
