import { add, clamp, glow, hex, mix, ramp, scale, smooth } from '../colour.mjs';
import { cells, fbm, noise, ridged } from '../noise.mjs';

const HORIZON = 0.52;
const FEET = 0.585;

/** A salt plain after rain: towering clouds, far mountains, and their mirror image between the ridges of the salt. */
export const saltFlats = (seed = 8) => {
  const sky = (x, y) => {
    const t = y / HORIZON;
    const base = ramp(t, [0, hex('#1c3f7a')], [0.4, hex('#5a86c0')], [0.75, hex('#f3b8a4')], [1, hex('#ffe3b0')]);
    const warp = fbm(x * 1.8, y * 2.5, 4, seed);
    const shape = fbm(x * 1.9 + warp * 0.9, y * 4.2 + warp * 0.7, 7, seed + 3);
    const body = smooth(0.48, 0.62, shape + 0.05 * Math.sin(x * 3));
    // Light comes from the sun at the right: thinner towards it is brighter.
    const towards = fbm((x + 0.05) * 1.9 + warp * 0.9, (y + 0.035) * 4.2 + warp * 0.7, 7, seed + 3);
    const edge = clamp((shape - towards) * 7 + 0.5);
    const cloud = mix(ramp(t, [0, hex('#5d6f9c')], [1, hex('#b0738a')]), ramp(t, [0, hex('#fff4e6')], [1, hex('#ffc98f')]), edge);
    const light = mix(base, cloud, body * smooth(1.02, 0.86, t) * 0.95);
    const sun = glow(x - 1.06, (y - HORIZON + 0.045) * 1.1, 0.05);
    return add(light, hex('#ffd591'), sun * 1.8);
  };

  /** Whether a place lies in the silhouette of somebody standing on the salt; `up` is the height above the feet. */
  const walker = (x, up) => {
    const dx = x - 0.47;
    const isHead = Math.hypot(dx, up - 0.058) < 0.0058;
    const isCoat = up > 0.018 && up < 0.053 && Math.abs(dx) < 0.0075 + (0.045 - up) * 0.12;
    const isLeg = up >= 0 && up <= 0.02 && Math.abs(Math.abs(dx) - 0.0036) < 0.0022;
    return isHead || isCoat || isLeg;
  };

  const above = (x, y) => {
    let light = sky(x, y);
    for (const n of [0, 1, 2]) {
      const crest = HORIZON - 0.012 - (0.085 - n * 0.024) * ridged(x * (1.6 + n) + n * 4, 1, 5, seed + 20 + n);
      if (y > crest) {
        const haze = smooth(crest, HORIZON, y) * 0.55;
        light = mix(mix(hex('#7f7fae'), hex('#4b3f6e'), n / 2), hex('#ffd0a0'), haze);
      }
    }
    return light;
  };

  return (x, y) => {
    if (y < HORIZON) return walker(x, FEET - y) ? hex('#171429') : above(x, y);
    const near = (y - HORIZON) / (1 - HORIZON);
    const distance = 0.055 / (near + 0.012);
    const px = (x - 0.75) * distance * 22;
    const py = distance * 21;
    const { first, second } = cells(px + 0.5 * noise(px * 2, py * 2, seed), py + 0.5 * noise(px * 2, py * 2, seed + 1), seed + 40);
    const fade = smooth(0.015, 0.16, near);
    const ridge = smooth(0.11, 0.02, second - first) * fade;
    const ripple = (fbm(x * 16, y * 60 / (0.35 + near), 3, seed + 50) - 0.5) * 0.028 * near;
    const mirror = above(x + ripple * 0.6, clamp(HORIZON - (y - HORIZON) * 0.98 + ripple, 0, HORIZON - 0.002));
    const water = mix(scale(mirror, 0.82), hex('#24356b'), 0.16 + 0.14 * near);
    const crystals = 0.62 + 0.7 * fbm(px * 9, py * 9, 4, seed + 60);
    const salt = scale(mix(hex('#ffe7d0'), hex('#c9b4d6'), near * 0.7), crystals * 0.92);
    const shade = smooth(0.16, 0.07, second - first) * 0.35 * fade;
    let light = mix(scale(water, 1 - shade), salt, ridge * 0.94);
    const spark = noise(px * 60, py * 60, seed + 61) > 0.965 ? 0.7 * ridge : 0;
    light = add(light, [1, 0.95, 0.85], spark);
    // A walker, and the walker's reflection.
    const up = FEET - y;
    if (walker(x, -up)) light = mix(light, hex('#2a2244'), 0.55);
    return walker(x, up) ? hex('#171429') : light;
  };
};
