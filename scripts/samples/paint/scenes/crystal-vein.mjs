import { add, clamp, hex, mix, ramp, scale, smooth } from '../colour.mjs';
import { cells, fbm, noise } from '../noise.mjs';

/** A cut through salt rock: bands that follow a warped outline, and a hollow in the middle grown full of crystals. */
export const crystalVein = (seed = 14) => (x, y) => {
  const wx = x + 0.3 * (fbm(x * 2.1, y * 2.1, 5, seed) - 0.5);
  const wy = y + 0.34 * (fbm(x * 2.1 + 9, y * 2.1, 5, seed + 1) - 0.5);
  const away = Math.hypot((wx - 0.56) * 0.78, (wy - 0.5) * 1.18) + 0.05 * (fbm(x * 7, y * 7, 4, seed + 2) - 0.5);
  const hollow = 0.19;

  if (away < hollow) {
    const into = 1 - away / hollow;
    const zoom = 19;
    const { first, second, id } = cells(x * zoom, y * zoom, seed + 10);
    const facet = cells(x * zoom * 2.3 + id * 9, y * zoom * 2.3, seed + 11);
    const slope = clamp(0.25 + 0.75 * facet.id - 0.3 * first);
    const colour = ramp(clamp(id * 0.5 + slope * 0.6), [0, hex('#1a1046')], [0.35, hex('#5a2f9a')], [0.65, hex('#c77fe0')], [1, hex('#fdeaff')]);
    const edge = smooth(0.1, 0.01, second - first) + 0.6 * smooth(0.07, 0.01, facet.second - facet.first);
    const depth = smooth(0, 0.55, into);
    let light = add(scale(colour, 0.22 + 0.85 * slope * (1 - 0.75 * depth)), hex('#f3d8ff'), edge * 0.3 * (1 - depth));
    if (facet.id > 0.93) light = add(light, [1, 0.96, 1], 0.8 * smooth(0.3, 0, facet.first) * (1 - depth));
    return mix(light, hex('#fff7ee'), smooth(0.1, 0, into) * 0.85);
  }

  const t = away - hollow;
  const flow = t * 30 + 2.4 * fbm(x * 3.2, y * 3.2, 5, seed + 20);
  const band = Math.floor(flow);
  const within = flow - band;
  const tone = noise(band * 0.73, 3, seed + 21) * 0.8 + 0.2 * noise(band * 2.9, 7, seed + 22);
  let light = ramp(tone, [0.12, hex('#0d3a4a')], [0.34, hex('#1f8a8c')], [0.5, hex('#f2e3cf')], [0.66, hex('#e58a6b')], [0.86, hex('#8a2f4f')]);
  light = mix(light, hex('#fff3e4'), 0.65 * smooth(0.12, 0, Math.min(within, 1 - within)));
  const fine = 0.5 + 0.5 * Math.sin(flow * 21 + 5 * noise(x * 9, y * 9, seed + 23));
  light = scale(light, 0.8 + 0.16 * fine + 0.22 * (fbm(x * 26, y * 26, 4, seed + 24) - 0.5));
  const crust = smooth(0.44, 0.52, t + 0.1 * (fbm(x * 9, y * 9, 4, seed + 25) - 0.5));
  const rock = scale(mix(hex('#2a2320'), hex('#8b7361'), fbm(x * 22, y * 22, 5, seed + 26)), 0.8);
  const shine = smooth(0.62, 0.95, fbm(x * 2 - y * 1.4, x + y, 3, seed + 27)) * 0.25;
  return add(mix(light, rock, crust), [1, 0.97, 0.92], shine * (1 - crust));
};
