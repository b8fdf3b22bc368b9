import { add, clamp, glow, hex, mix, ramp, scale, smooth } from '../colour.mjs';
import { fbm, hash, noise } from '../noise.mjs';

const HORIZON = 0.6;
const LAMP = hex('#ffb04d');
const RED_LAMP = hex('#ff5a2c');

/** A harbor town at dusk: hills, gabled houses with lit windows, strings of lanterns, and all of it again in the water. */
export const lanternHarbor = (seed = 1) => {
  const lanterns = Array.from({ length: 26 }, (_, n) => {
    const x = 0.02 + n * 0.062 + 0.02 * hash(n, 1, seed);
    const sag = ((n % 6) - 2.5) / 2.5;
    const y = HORIZON - 0.085 - 0.03 * sag * sag + 0.01 * hash(n, 2, seed);
    return { x, y, red: hash(n, 3, seed) < 0.45, size: 0.0075 + 0.005 * hash(n, 4, seed) };
  });

  const sky = (x, y) => {
    const base = ramp(y, [0, hex('#1b2552')], [0.2, hex('#42407c')], [0.38, hex('#96597f')], [0.5, hex('#e08a68')], [0.6, hex('#ffcf8f')]);
    const cloud = fbm(x * 2.2 + 3, y * 7 + fbm(x * 3, y * 5, 3, seed) * 0.8, 5, seed + 10);
    const lit = smooth(0.46, 0.78, cloud) * smooth(0.02, 0.2, y);
    const clouded = mix(base, ramp(y, [0, hex('#4a4170')], [0.3, hex('#d0677a')], [0.55, hex('#ffc38a')]), lit * 0.75);
    const sun = glow(x - 1.02, (y - 0.585) * 1.2, 0.09);
    return add(clouded, hex('#ffc46b'), sun * 0.9);
  };

  const hill = (x, n) => HORIZON - 0.05 - 0.11 / (n + 1) - (0.16 / (n + 1)) * fbm(x * (1.4 + n * 0.8) + n * 9, n, 4, seed + 20);

  const houses = (x, y, light) => {
    for (const row of [0, 1]) {
      const width = row === 0 ? 0.058 : 0.074;
      const n = Math.floor(x / width + row * 0.37);
      const across = x / width + row * 0.37 - n;
      const wall = HORIZON - (row === 0 ? 0.075 : 0.03) - 0.075 * hash(n, row, seed + 30);
      const roof = wall - 0.035 * (1 - Math.abs(across - 0.5) * 2) * (0.5 + hash(n, row, seed + 31));
      if (y < roof || hash(n, row, seed + 32) < (row === 0 ? 0.12 : 0.3)) continue;
      const tone = mix(hex('#1a1730'), hex('#4a2a3c'), hash(n, row, seed + 33) * 0.7);
      let colour = y < wall ? scale(tone, 0.55) : tone;
      colour = scale(colour, 0.75 + 0.5 * noise(x * 260, y * 90, seed));
      const column = Math.floor(across * 4.999);
      const storey = Math.floor((y - wall) / 0.022);
      const inWindow = Math.abs(across * 5 - column - 0.5) < 0.24 && Math.abs((y - wall) / 0.022 - storey - 0.55) < 0.28;
      if (y > wall + 0.006 && inWindow && hash(n * 7 + column, storey, seed + 34 + row) > 0.42) {
        const warm = hash(n * 7 + column, storey, seed + 35);
        colour = scale(mix(hex('#ff8f3a'), hex('#ffc66e'), warm), 0.34 + 0.75 * warm * warm);
      }
      light = colour;
    }
    return light;
  };

  const above = (x, y) => {
    let light = sky(x, y);
    for (const n of [0, 1, 2]) {
      if (y > hill(x, n)) light = mix(hex('#c7747a'), hex('#2c2248'), 0.35 + n * 0.3);
    }
    light = houses(x, y, light);
    if (y > HORIZON - 0.012) light = mix(hex('#1b1528'), hex('#3a2430'), noise(x * 90, 2, seed));
    // Masts in front of the sky.
    for (const [mast, top] of [[0.28, 0.27], [0.345, 0.33], [1.12, 0.24], [1.21, 0.31]]) {
      const isMast = Math.abs(x - mast) < 0.0022 && y > top;
      const isYard = Math.abs(y - top - 0.06) < 0.0018 && Math.abs(x - mast) < 0.035;
      const isRope = Math.abs(Math.abs(x - mast) - (y - top) * 0.22) < 0.0009 && y > top && y < HORIZON - 0.02;
      if (isMast || isYard || isRope) light = scale(hex('#1a1226'), 0.8);
    }
    for (const { x: lx, y: ly, red, size } of lanterns) {
      const dx = x - lx;
      const dy = (y - ly) * 0.85;
      if (Math.abs(dx) > 0.16 || Math.abs(dy) > 0.16) continue;
      const colour = red ? RED_LAMP : LAMP;
      const body = smooth(size * 1.25, size * 0.9, Math.hypot(dx, dy));
      light = add(mix(light, scale(colour, 1.5), body), colour, 0.3 * (glow(dx, dy, 0.018) - 0.0125));
    }
    return light;
  };

  return (x, y) => {
    if (y < HORIZON) return above(x, y);
    const depth = (y - HORIZON) / (1 - HORIZON);
    const swell = noise(x * (34 - 22 * depth), y * 190 * (1.15 - depth), seed + 50) - 0.5;
    const wave = swell + 0.6 * (noise(x * 90, y * 420 * (1.2 - depth), seed + 51) - 0.5);
    let sum = [0, 0, 0];
    for (let tap = 0; tap < 5; tap++) {
      const stretch = (tap - 2) * (0.004 + 0.022 * depth);
      const at = HORIZON - (y - HORIZON) * 0.92 + stretch + wave * (0.012 + 0.05 * depth);
      sum = add(sum, above(x + wave * 0.012 * (0.3 + depth), clamp(at, 0.01, HORIZON - 0.013)), 0.2);
    }
    const water = mix(scale(sum, 0.72), hex('#141334'), 0.22 + 0.38 * depth);
    const crest = smooth(0.33, 0.62, wave) * (0.2 + 0.5 * depth);
    return add(water, mix(hex('#ff9f5c'), hex('#6a5aa0'), depth), crest * 0.16);
  };
};
