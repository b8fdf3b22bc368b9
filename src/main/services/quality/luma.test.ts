import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalSize, grayOf } from './luma';

describe('[Q] gray', () => {
  it('[Q] takes 0.299, 0.587 and 0.114 of red, green and blue, as OpenCV rounds them', () => {
    // The expected levels are cv2.cvtColor's. Weights of 14 bits instead of 15 would miss the last three.
    const colours = [[0, 0, 0], [255, 255, 255], [255, 0, 0], [0, 255, 0], [0, 0, 255], [137, 231, 17], [7, 47, 244], [143, 3, 70]];
    expect([...grayOf(Uint8Array.from(colours.flat()), 3)]).toEqual([0, 255, 76, 150, 29, 179, 57, 52]);
  });

  it('[Q] skips a fourth channel and leaves one channel as it is', () => {
    expect([...grayOf(Uint8Array.of(255, 0, 0, 7, 0, 255, 0, 9), 4)]).toEqual([76, 150]);
    const gray = Uint8Array.of(1, 2, 3);
    expect(grayOf(gray, 1)).toBe(gray);
  });

  it('[Q] keeps gray gray', () => {
    const levels = Array.from({ length: 256 }, (_, level) => level);
    expect([...grayOf(Uint8Array.from(levels.flatMap((v) => [v, v, v])), 3)]).toEqual(levels);
  });

  it('[Q] refuses bytes that do not divide into pixels', () => {
    expect(() => grayOf(new Uint8Array(4), 3)).toThrow(RangeError);
  });
});

describe('[Q] the size at which a picture is rated', () => {
  it('[Q] is its own up to 2,048 px on the long side', () => {
    expect(canonicalSize(2048, 1365)).toEqual({ width: 2048, height: 1365 });
    expect(canonicalSize(512, 768)).toEqual({ width: 512, height: 768 });
  });

  it('[Q] is reduced in proportion beyond that', () => {
    expect(canonicalSize(4096, 2048)).toEqual({ width: 2048, height: 1024 });
    expect(canonicalSize(3000, 4000)).toEqual({ width: 1536, height: 2048 });
    expect(canonicalSize(100_000, 3)).toEqual({ width: 2048, height: 1 });
  });

  it('[Q] never has more than 2,048 px on a side, nor fewer than one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 100_000 }), (w, h) => {
        const { width, height } = canonicalSize(w, h);
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(1);
        expect(Math.max(width, height)).toBe(Math.min(2048, Math.max(w, h)));
      }),
    );
  });
});
