import sharp from 'sharp';
import { pngText, withPngChunks } from '../../src/main/services/assets/testing/write-png';
import { randomNumbers } from '../../src/main/testing/quality-pictures';

/** What a tool would have written into a picture. */
export interface Making {
  readonly prompt: string;
  readonly seed: string;
  readonly model: string;
}

export const lighthouse: Making = {
  prompt: 'a lighthouse on a cliff, storm light',
  seed: '18446744073709551615',
  model: 'dreamshaperXL_v21',
};

const width = 384;
const height = 256;

/** Hills under a sun, another for each seed, with the grain that a rating needs. As a PNG. */
export async function picture(seed: number, size = { width, height }): Promise<Buffer> {
  const random = randomNumbers(seed);
  const tint = [random(), random(), random()];
  const sun = { x: random() * size.width, y: random() * size.height * 0.4 };
  const pixels = Buffer.alloc(size.width * size.height * 3);
  for (let y = 0, at = 0; y < size.height; y += 1) {
    for (let x = 0; x < size.width; x += 1) {
      const light = 90 * Math.exp(-((x - sun.x) ** 2 + (y - sun.y) ** 2) / (size.width * 9));
      const hill = y > size.height * (0.62 + 0.12 * Math.sin(x / 37 + seed) + 0.05 * Math.sin(x / 9)) ? 70 : 0;
      const grain = random() * 14;
      for (const part of tint) pixels[at++] = Math.max(0, Math.min(255, 120 + 90 * part - hill + light - (y / size.height) * 60 + grain));
    }
  }
  return sharp(pixels, { raw: { ...size, channels: 3 } }).png().toBuffer();
}

/** The same, with prompt, seed and model as A1111 writes them. */
export async function a1111Picture(seed: number, making: Making = lighthouse): Promise<Uint8Array> {
  const text = [
    making.prompt,
    'Negative prompt: blurry, watermark',
    `Steps: 28, Sampler: DPM++ 2M, Schedule type: Karras, CFG scale: 6.5, Seed: ${making.seed}, Size: ${width}x${height}, ` +
      `Model: ${making.model}, Version: v1.10.1`,
  ].join('\n');
  return withPngChunks(await picture(seed), [pngText('parameters', text)]);
}

/** As if a copy had stopped in the middle: the head is right, half of the pixels are missing. */
export async function brokenPicture(seed: number): Promise<Uint8Array> {
  const whole = await picture(seed);
  return whole.subarray(0, Math.floor(whole.length / 2));
}
