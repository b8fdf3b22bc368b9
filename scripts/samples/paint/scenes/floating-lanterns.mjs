import { add, clamp, glow, hex, mix, ramp, scale, smooth } from '../colour.mjs';
import { fbm, hash, noise, ridged } from '../noise.mjs';

const SHORE = 0.7;

/** Paper lanterns set free over a mountain lake: near ones large and soft, far ones a swarm of sparks. */
export const floatingLanterns = (seed = 5, count = 95) => {
  const lanterns = Array.from({ length: count }, (_, n) => {
    const far = hash(n, 1, seed) ** 0.55;
    const size = 0.055 * (1 - far) ** 1.7 + 0.0045;
    return {
      x: 1.5 * hash(n, 2, seed) + 0.12 * (hash(n, 3, seed) - 0.5),
      y: SHORE - 0.05 - (0.68 - 0.25 * far) * hash(n, 4, seed) ** 0.8,
      size,
      soft: 0.12 + 0.5 * clamp((size - 0.028) / 0.027),
      heat: hash(n, 5, seed),
    };
  }).sort((a, b) => a.size - b.size);

  const above = (x, y) => {
    let light = ramp(y / SHORE, [0, hex('#081028')], [0.5, hex('#1c2b55')], [0.82, hex('#51446f')], [1, hex('#b0765f')]);
    light = add(light, hex('#3d4a80'), 0.25 * smooth(0.45, 0.75, fbm(x * 2, y * 5, 5, seed)));
    const star = hash(Math.floor(x * 150), Math.floor(y * 150), seed + 2);
    const twinkle = glow(((x * 150) % 1) - 0.5, ((y * 150) % 1) - 0.5, 0.12);
    if (star > 0.985 && y < 0.4) light = add(light, [0.9, 0.92, 1], 33 * (star - 0.985) * twinkle);
    for (const n of [0, 1, 2, 3]) {
      const crest = SHORE - 0.012 - (0.26 - n * 0.06) * (0.3 + 0.7 * ridged(x * (0.9 + n * 0.6) + n * 5.3, 1, 6, seed + 10));
      if (y < crest) continue;
      const mist = smooth(crest, SHORE + 0.03, y);
      light = mix(mix(hex('#57558c'), hex('#151a38'), n / 3), hex('#c08a86'), mist * (0.62 - n * 0.12));
    }
    for (const { x: lx, y: ly, size, soft, heat } of lanterns) {
      const dx = x - lx;
      const dy = y - ly;
      if (Math.abs(dx) > size * 9 || Math.abs(dy) > size * 9) continue;
      const colour = mix(hex('#ff7a2a'), hex('#ffc45e'), heat);
      light = add(light, colour, 0.15 * Math.max(0, glow(dx, dy, size * 1.3) - 0.021));
      // Paper: wider at the top, round shoulders, a flame low inside.
      const half = size * (0.62 - 0.16 * (dy / size));
      const paper = smooth(soft, -soft * 0.6, Math.max(Math.abs(dx) / half - 1, Math.abs(dy) / size - 1));
      if (paper <= 0) continue;
      const flame = glow(dx * 1.3, dy - size * 0.62, size * 0.55);
      const ribs = 0.93 + 0.07 * Math.cos((dx / half) * 9);
      const rim = smooth(0.55, 1, Math.abs(dy) / size) * 0.25;
      light = mix(light, add(scale(colour, (0.38 + 0.5 * flame - rim * 0.5) * ribs), hex('#ffe6ad'), flame * flame * 0.8), paper * 0.96);
    }
    return light;
  };

  return (x, y) => {
    if (y < SHORE) return above(x, y);
    const depth = (y - SHORE) / (1 - SHORE);
    const swell = noise(x * (30 - 18 * depth), y * 170 * (1.15 - depth), seed + 30) - 0.5;
    const wave = swell + 0.5 * (noise(x * 80, y * 360 * (1.2 - depth), seed + 31) - 0.5);
    let sum = [0, 0, 0];
    for (let tap = 0; tap < 4; tap++) {
      const at = SHORE - (y - SHORE) * 1.75 + wave * (0.02 + 0.1 * depth) + (tap - 1.5) * 0.02 * depth;
      sum = add(sum, above(x + wave * 0.018 * (0.3 + depth), clamp(at, 0.01, SHORE - 0.013)), 0.25);
    }
    return add(mix(scale(sum, 0.8), hex('#0b1230'), 0.15 + 0.3 * depth), hex('#ffb066'), smooth(0.3, 0.6, wave) * 0.05);
  };
};
