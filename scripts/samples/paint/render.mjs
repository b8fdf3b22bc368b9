import { clamp } from './colour.mjs';
import { hash } from './noise.mjs';

/**
 * Paints a scene into RGB bytes.
 * @param scene (x, y) → linear light; y runs from 0 (top) to 1 (bottom), x from 0 to width/height
 * @param options `samples` per pixel and side; `exposure`; `grain` as a fraction of full scale; `vignette` 0 to 1
 */
export const render = (scene, width, height, { samples = 2, exposure = 1.35, grain = 0.006, vignette = 0.25 } = {}) => {
  const pixels = Buffer.alloc(width * height * 3);
  const share = 1 / (samples * samples);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      let [red, green, blue] = [0, 0, 0];
      for (let sy = 0; sy < samples; sy++) {
        for (let sx = 0; sx < samples; sx++) {
          const light = scene((column + (sx + 0.5) / samples) / height, (row + (sy + 0.5) / samples) / height);
          // Each sample is toned by itself, or a single bright one would leave jagged edges.
          red += tone(light[0] * exposure);
          green += tone(light[1] * exposure);
          blue += tone(light[2] * exposure);
        }
      }
      const dx = (column / width - 0.5) * 2;
      const dy = (row / height - 0.5) * 2;
      const shade = (1 - vignette * clamp((dx * dx + dy * dy) / 2) ** 1.5) * share;
      const speck = (hash(column, row, 77) + hash(column, row, 78) - 1) * grain;
      const at = (row * width + column) * 3;
      pixels[at] = level(red * shade + speck);
      pixels[at + 1] = level(green * shade + speck);
      pixels[at + 2] = level(blue * shade + speck);
    }
  }
  return pixels;
};

/** Film-like: soft shoulder for the lights, then the eye's gamma. */
const tone = (x) => {
  const light = Math.max(0, x);
  return clamp((light * (2.51 * light + 0.03)) / (light * (2.43 * light + 0.59) + 0.14)) ** (1 / 2.2);
};

const level = (x) => Math.round(clamp(x) * 255);
