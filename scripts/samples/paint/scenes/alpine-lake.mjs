import { add, clamp, hex, mix, ramp, scale, smooth } from '../colour.mjs';
import { fbm, hash, noise, ridged } from '../noise.mjs';

const SHORE = 0.64;

/** A mountain lake on a clear morning, in the colours of a camera: snow, firs, larches turning gold. */
export const alpineLake = (seed = 31) => {
  const above = (x, y) => {
    let light = ramp(y / SHORE, [0, hex('#2f62a0')], [0.6, hex('#7fabd2')], [1, hex('#c9d8de')]);
    const cloud = fbm(x * 2.6 + 2, y * 9, 6, seed);
    light = mix(light, hex('#fbfaf6'), smooth(0.5, 0.75, cloud) * 0.8 * smooth(0.5, 0.2, y));
    const swell = fbm(x * 1.1 + 4, 2, 3, seed + 5);
    const jag = ridged(x * 2.4 + 1.4, 0.6, 7, seed + 6);
    const crest = SHORE - 0.1 - 0.34 * (0.35 + swell) * (0.3 + 0.85 * jag);
    if (y > crest) {
      const down = (y - crest) / (SHORE - crest);
      const run = y * 6 + Math.abs(((x * 3.1 + swell * 4) % 1) - 0.5) * 2;
      const face = ridged(x * 17, run, 7, seed + 7);
      const lit = clamp(0.5 + (face - ridged((x - 0.011) * 17, run, 7, seed + 7)) * 3);
      const rock = mix(hex('#232a36'), hex('#8b8078'), lit);
      const snow = mix(hex('#5f7ba6'), hex('#f6efe2'), lit);
      light = mix(rock, snow, smooth(0.5, 0.2, down + (face - 0.5) * 1.5));
      light = mix(light, hex('#b5cade'), 0.1 + 0.16 * down);
    }
    for (const n of [0, 1]) {
      const hill = SHORE - 0.035 - (0.12 - n * 0.06) * (0.4 + fbm(x * (1.6 + n) + n * 9, 4, 4, seed + 10));
      const width = 0.019 - n * 0.004;
      for (let side = -1; side <= 1; side++) {
        const tree = Math.floor(x / width) + side;
        const middle = (tree + 0.5 + 0.5 * (hash(tree, n, seed + 11) - 0.5)) * width;
        const tall = (0.025 + 0.07 * hash(tree, n, seed + 12) * (0.4 + noise(x * 7, n, seed + 16))) * (0.85 + n * 0.35);
        const foot = hill + 0.02;
        const up = (foot - y) / tall;
        if (up < 0 || up > 1) continue;
        const tier = 0.75 + 0.35 * (1 - ((up * 7) % 1));
        if (Math.abs(x - middle) > width * 0.62 * (1 - up) * tier + 0.0006) continue;
        const isLarch = hash(tree, n, seed + 13) > 0.7;
        const shade = clamp(0.5 - (x - middle) / width) * (0.6 + 0.6 * noise(x * 500, y * 500, seed + 14));
        light = isLarch ? mix(hex('#7a4f16'), hex('#c98f2c'), shade) : mix(hex('#0f2219'), hex('#4c6b3a'), shade);
        if (n === 0) light = mix(light, hex('#a9c0cf'), 0.3);
      }
      if (y > hill + 0.015) {
        const grass = fbm(x * 40, y * 90, 4, seed + 15);
        light = n === 0 ? mix(mix(hex('#20372a'), hex('#53683c'), grass), hex('#a9c0cf'), 0.25) : mix(hex('#1d2b17'), hex('#6a6b33'), grass * 0.8);
      }
    }
    return light;
  };

  return (x, y) => {
    if (y < SHORE) return above(x, y);
    const depth = (y - SHORE) / (1 - SHORE);
    const wave = fbm(x * (16 - 9 * depth), y * 130 * (1.15 - 0.8 * depth), 4, seed + 20) - 0.5;
    let sum = [0, 0, 0];
    for (let tap = 0; tap < 3; tap++) {
      const at = SHORE - (y - SHORE) * 1.35 + wave * (0.012 + 0.07 * depth) + (tap - 1) * 0.01 * depth;
      sum = add(sum, above(x + wave * 0.012, clamp(at, 0, SHORE - 0.004)), 1 / 3);
    }
    const bed = mix(hex('#0c3f44'), hex('#3f8f88'), fbm(x * 6, y * 12, 4, seed + 21));
    let light = mix(scale(sum, 0.8), bed, 0.2 + 0.32 * depth);
    const pebble = fbm(x * 26, y * 60, 4, seed + 22);
    light = mix(light, scale(mix(hex('#4c5249'), hex('#b0aa98'), pebble), 0.8), smooth(0.72, 1.05, depth + (fbm(x * 4, 1, 3, seed + 23) - 0.5) * 0.5) * 0.75);
    return light;
  };
};
