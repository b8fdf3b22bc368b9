import { add, clamp, glow, hex, mix, ramp, scale, smooth } from '../colour.mjs';
import { fbm, hash, noise } from '../noise.mjs';

const STREET = 0.78;
const NEON = ['#ff3f81', '#35e0ff', '#ffb02e', '#8d6bff'].map(hex);

/** A city in the rain: towers in haze, a low moon, signs that bleed into the wet street. */
export const nightCity = (seed = 21) => {
  const above = (x, y) => {
    let light = ramp(y / STREET, [0, hex('#0a1030')], [0.45, hex('#2b2a66')], [0.8, hex('#8a3f7c')], [1, hex('#ff8a7a')]);
    light = add(light, hex('#6a5aa8'), 0.25 * smooth(0.5, 0.8, fbm(x * 2.2, y * 6, 5, seed)));
    const moon = Math.hypot(x - 1.04, y - 0.3);
    const mare = 0.75 + 0.4 * fbm(x * 16, y * 16, 4, seed + 1);
    light = mix(light, scale(hex('#ffe3c0'), mare), smooth(0.125, 0.121, moon));
    light = add(light, hex('#ff9fa8'), 0.3 * glow(x - 1.04, y - 0.3, 0.14));

    for (const layer of [0, 1, 2, 3]) {
      const width = [0.05, 0.068, 0.09, 0.13][layer];
      const shifted = x / width + layer * 3.7;
      const n = Math.floor(shifted);
      const across = shifted - n;
      const tall = hash(n, layer, seed + 10);
      const top = STREET - [0.34, 0.36, 0.3, 0.2][layer] * (0.35 + 0.9 * tall) * (0.7 + 0.6 * noise(n * 0.35, layer, seed + 11));
      const margin = 0.04 + 0.06 * hash(n, layer, seed + 12);
      const step = hash(n, layer, seed + 13) > 0.5 && across > 0.55 ? 0.03 * tall : 0;
      const isMast = tall > 0.72 && Math.abs(across - 0.4) * width < 0.0016 && y > top - 0.07;
      const isTower = across > margin && across < 1 - margin && y > top + step;
      if (!isTower && !isMast) continue;
      const haze = [0.72, 0.48, 0.24, 0.04][layer];
      const tint = mix(hex('#10142e'), hex('#241a3d'), hash(n, layer, seed + 14));
      let wall = scale(tint, 0.7 + 0.6 * noise(x * 160, y * 30, seed + layer));
      const columns = 4 + Math.floor(hash(n, layer, seed + 15) * 5);
      const rowHeight = 0.0125 + 0.004 * layer;
      const column = Math.floor(across * columns);
      const row = Math.floor((y - top) / rowHeight);
      const wx = across * columns - column;
      const wy = (y - top) / rowHeight - row;
      const chance = hash(n * 31 + column, row, seed + 16 + layer);
      const lit = chance > 0.52 + 0.25 * noise(n * 3, row * 0.4, seed + 17);
      if (isTower && wx > 0.2 && wx < 0.82 && wy > 0.25 && wy < 0.78 && lit) {
        const kind = hash(n + column, row * 3, seed + 18);
        const colour = kind < 0.62 ? hex('#ffb765') : kind < 0.9 ? hex('#bfe4ff') : NEON[Math.floor(kind * 40) % 4];
        wall = scale(colour, 0.28 + 0.7 * chance ** 3);
      }
      // A sign down the side of some near towers.
      if (layer >= 2 && hash(n, layer, seed + 19) > 0.45 && y > top + 0.05 && y < top + 0.17) {
        const edge = Math.abs(across - 0.9 + margin) * width;
        const sign = NEON[Math.floor(hash(n, layer, seed + 20) * 4)];
        const glyph = 0.5 + 0.5 * smooth(0.35, 0.5, noise(across * 60, y * 170, seed + n));
        if (edge < 0.0065) wall = scale(sign, 1.5 * glyph);
        wall = add(wall, sign, 0.4 * Math.exp(-edge * 60));
      }
      light = mix(wall, mix(hex('#b0507f'), hex('#ffa07d'), clamp((y - 0.3) * 1.6)), haze * smooth(top - 0.1, STREET, y));
    }
    return light;
  };

  return (x, y) => {
    if (y < STREET) return rain(above(x, y), x, y);
    const depth = (y - STREET) / (1 - STREET);
    const puddle = smooth(0.42, 0.58, fbm(x * 5, y * 17, 4, seed + 30));
    const wave = (fbm(x * 30, y * 90, 3, seed + 31) - 0.5) * (0.05 - 0.03 * puddle);
    let sum = [0, 0, 0];
    for (let tap = 0; tap < 6; tap++) {
      const at = STREET - (y - STREET) * (0.8 + tap * (0.5 - 0.36 * puddle)) + wave;
      sum = add(sum, above(x + wave * 0.35, clamp(at, 0.02, STREET - 0.002)), 1 / 6);
    }
    const asphalt = scale(mix(hex('#0b0d1c'), hex('#272239'), noise(x * 240, y * 240, seed + 32)), 0.8);
    return rain(mix(asphalt, scale(sum, 0.95), 0.42 + 0.45 * puddle - 0.12 * depth), x, y);
  };

  function rain(light, x, y) {
    const slant = x + y * 0.06;
    const column = Math.floor(slant * 330);
    const fall = noise(column * 3.1, y * 9 + hash(column, 1, seed + 40) * 50, seed + 41);
    return add(light, hex('#aebfff'), hash(column, 2, seed + 42) > 0.66 ? 0.035 * smooth(0.66, 0.85, fall) : 0);
  }
};
