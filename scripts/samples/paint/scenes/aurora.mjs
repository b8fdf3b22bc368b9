import { add, clamp, hex, mix, ramp, scale, smooth } from '../colour.mjs';
import { fbm, hash, noise, ridged } from '../noise.mjs';

const SHORE = 0.66;

/** Northern lights over a fjord: curtains of green and violet, snowy peaks, and both in still water. */
export const aurora = (seed = 12) => {
  const sky = (x, y) => {
    let light = ramp(y / SHORE, [0, hex('#060b22')], [0.6, hex('#0d2140')], [1, hex('#2a4f66')]);
    const ix = Math.floor(x * 130);
    const iy = Math.floor(y * 130);
    if (hash(ix, iy, seed) > 0.955) {
      const dx = x * 130 - ix - 0.5;
      const dy = y * 130 - iy - 0.5;
      light = add(light, [0.9, 0.95, 1], Math.exp(-(dx * dx + dy * dy) * 22) * (0.3 + 1.2 * hash(ix, iy, seed + 1) ** 3));
    }
    for (const n of [0, 1, 2]) {
      const bend = fbm(x * (1.5 + n * 0.4) + n * 13, 2 + n, 4, seed + 10);
      const foot = 0.2 + n * 0.1 + (bend - 0.5) * 0.44;
      const height = 0.2 + 0.16 * noise(x * 3 + n * 7, 4, seed + 11);
      const t = (foot - y) / height;
      if (t < -0.14 || t > 1.7) continue;
      const rays = 0.35 + 0.9 * fbm(x * 24 + bend * 10 + n * 31, y * 0.7, 4, seed + 12) ** 1.6;
      const fold = 0.45 + 1.1 * smooth(0.35, 0.75, noise(x * 2.6 + n * 5, 8, seed + 13));
      const body = smooth(-0.14, 0.02, t) * Math.exp(-Math.max(0, t) * 2.3) * smooth(1.7, 0.9, t);
      const colour = ramp(clamp(t), [0, hex('#7dffb8')], [0.22, hex('#2fd39a')], [0.55, hex('#3f8fc9')], [1, hex('#a14ad0')]);
      light = add(light, colour, body * rays * fold * (0.85 - n * 0.16));
    }
    return light;
  };

  const above = (x, y) => {
    let light = sky(x, y);
    for (const n of [0, 1, 2]) {
      const swell = fbm(x * (0.9 + n * 0.5) + n * 21, 3, 3, seed + 20);
      const jag = ridged(x * (2.1 + n) + n * 8, 1.5, 7, seed + 21);
      const crest = SHORE - 0.015 - (0.34 - n * 0.1) * (0.2 + 0.9 * swell) * (0.25 + 0.95 * jag);
      if (y < crest) continue;
      const down = (y - crest) / Math.max(0.02, SHORE - crest);
      // Slopes run down to both sides of each ridge: noise that is stretched along them, lit from the left.
      const run = y * 5 + Math.abs(((x * 4.2 + swell * 3) % 1) - 0.5) * 2.4;
      const face = ridged(x * 15 + n * 3, run, 6, seed + 22);
      const other = ridged((x - 0.012) * 15 + n * 3, run, 6, seed + 22);
      const light2 = clamp(0.5 + (face - other) * 2.6);
      const snow = smooth(0.75, 0.1, down + (face - 0.5) * 1.3) * (1 - n * 0.36);
      const rock = scale(mix(hex('#0d1a2b'), hex('#1b3347'), face), 0.8 - n * 0.22);
      const lit = mix(hex('#3e6f7f'), hex('#b9f5dc'), light2);
      light = mix(scale(rock, 0.6 + 0.8 * light2), scale(lit, 0.6), snow);
      light = mix(light, hex('#2b5a68'), 0.2 - n * 0.09);
    }
    return light;
  };

  return (x, y) => {
    if (y < SHORE) return above(x, y);
    const depth = (y - SHORE) / (1 - SHORE);
    const wave = fbm(x * (12 - 6 * depth), y * 150 * (1.1 - 0.8 * depth), 3, seed + 40) - 0.5;
    let sum = [0, 0, 0];
    for (let tap = 0; tap < 4; tap++) {
      const at = SHORE - (y - SHORE) * 1.5 + wave * (0.03 + 0.09 * depth) + (tap - 1.5) * 0.016 * (0.3 + depth);
      sum = add(sum, above(x + wave * 0.02, clamp(at, 0, SHORE - 0.004)), 0.25);
    }
    let light = mix(scale(sum, 0.8), hex('#071426'), 0.12 + 0.3 * depth);
    // Stones in the shallows.
    const stone = fbm(x * 9, y * 24, 4, seed + 50);
    const shore = smooth(0.6, 1, depth) * smooth(0.52, 0.6, stone + 0.12 * depth);
    light = mix(light, scale(mix(hex('#0a1420'), hex('#3d5f63'), noise(x * 60, y * 120, seed + 51)), 0.6), shore);
    return light;
  };
};
