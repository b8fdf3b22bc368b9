import { describe, expect, it } from 'vitest';
import { crc32 } from './crc32';
import { BrisqueModelError, parseBrisqueModel } from './model';
import { modelBytes } from '../../../testing/quality-pictures';

const altered = (offset: number) => {
  const bytes = modelBytes();
  bytes[offset]! ^= 1;
  return bytes;
};

describe('[Q] the quality model', () => {
  it('[Q] has 774 support vectors of 36 numbers', () => {
    const model = parseBrisqueModel(modelBytes());
    expect(model.weights).toHaveLength(774);
    expect(model.vectors).toHaveLength(774 * 36);
    expect(model.gamma).toBe(0.05);
    expect(model.rho).toBeCloseTo(-149.63506109, 8);
    expect(model.rangeLow[0]).toBe(Math.fround(0.344));
    expect(model.rangeHigh[0]).toBe(10);
  });

  it('[Q] is read from the middle of a larger buffer', () => {
    const bytes = modelBytes();
    const larger = new Uint8Array(bytes.length + 3);
    larger.set(bytes, 3);
    expect(parseBrisqueModel(larger.subarray(3))).toEqual(parseBrisqueModel(bytes));
  });

  it.each([
    ['a changed number', altered(5000), /damaged/],
    ['a changed kernel', altered(24), /damaged/],
    ['a lost end', modelBytes().subarray(0, 100_000), /100000 bytes long instead of 117976/],
    ['nothing', new Uint8Array(), /only 0 bytes/],
    ['another file', altered(0), /not a quality model/],
    ['a later layout', altered(8), /layout 0/],
    ['other features', altered(12), /37 features/],
  ])('[Q] refuses %s and says why', (_, bytes, message) => {
    expect(() => parseBrisqueModel(bytes)).toThrow(BrisqueModelError);
    expect(() => parseBrisqueModel(bytes)).toThrow(message);
  });

  it('[Q] is protected by the CRC-32 that zlib uses', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });
});
