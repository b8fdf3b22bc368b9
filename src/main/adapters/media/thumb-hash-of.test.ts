import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mostThumbHashBytes, thumbHashBytes } from '@shared/library/thumb-hash';
import sharp from 'sharp';
import { thumbHashToApproximateAspectRatio, thumbHashToAverageRGBA } from 'thumbhash';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { model } from '../../testing/quality-pictures';
import { assessPicture, decode, inputFor } from './assess-picture';
import { thumbHashOf } from './thumb-hash-of';
import { thumbHashOfFile } from './thumb-hash-of-file';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'alice-hash-')); });
afterEach(() => { rmSync(folder, { recursive: true }); });

/** A picture of two colours side by side, as a file. */
async function drawn(name: string, { width, height, alpha = 1 }: { width: number; height: number; alpha?: number }): Promise<string> {
  const file = join(folder, name);
  const half = { width: width / 2, height, channels: 4 as const };
  const right = await sharp({ create: { ...half, background: { r: 20, g: 30, b: 220, alpha } } }).png().toBuffer();
  await sharp({ create: { width, height, channels: 4, background: { r: 220, g: 40, b: 20, alpha } } })
    .composite([{ input: right, left: width / 2, top: 0 }])
    .png()
    .toFile(file);
  return file;
}

const bytesOf = (hash: string | null | undefined) => thumbHashBytes(hash ?? '') ?? new Uint8Array();

describe('what stands for a picture while its thumbnail loads', () => {
  it('[D269] comes of the pixels that are decoded for the thumbnail: colours, shape, few bytes', async () => {
    const thumbnail = join(folder, 'ab', 'thumb.webp');
    const verdict = await assessPicture(await drawn('two.png', { width: 600, height: 300 }), thumbnail, model());
    const hash = bytesOf(verdict.kind === 'trouble' ? null : verdict.thumb_hash);
    expect(hash.length).toBeLessThanOrEqual(mostThumbHashBytes);
    expect(thumbHashToApproximateAspectRatio(hash)).toBeCloseTo(2, 0);
    const mean = thumbHashToAverageRGBA(hash);
    for (const [colour, level] of [['r', 120], ['g', 35], ['b', 120], ['a', 255]] as const) expect(mean[colour] * 255).toBeCloseTo(level, -1.3);
    // Without a thumbnail, as in a dry run, there is nothing that it could stand for.
    expect(await assessPicture(join(folder, 'two.png'), null, model())).not.toHaveProperty('thumb_hash');
  });

  it('[D269] shows what the thumbnail shows: white where a picture lets through', async () => {
    const file = await drawn('clear.png', { width: 128, height: 128, alpha: 0 });
    const mean = thumbHashToAverageRGBA(bytesOf(await thumbHashOf(await decode(await inputFor(file)))));
    for (const colour of ['r', 'g', 'b'] as const) expect(mean[colour]).toBeGreaterThan(0.98);
    expect(mean.a).toBe(1);
  });

  it('[D269] is made for grey pictures and lines of pixels, too', async () => {
    for (const [width, height, channels] of [[40, 30, 1], [512, 1, 3], [1, 512, 1], [1, 1, 3]] as const) {
      const hash = await thumbHashOf({ data: Buffer.alloc(width * height * channels, 128), width, height, channels });
      const { r, g, b } = thumbHashToAverageRGBA(bytesOf(hash));
      for (const level of [r, g, b]) expect(level).toBeCloseTo(0.5, 1);
    }
  });

  it('[D270] cannot keep a picture from its rating and its thumbnail', async () => {
    expect(await thumbHashOf({ data: Buffer.alloc(3), width: 9, height: 9, channels: 3 })).toBeNull();
    const thumbnail = join(folder, 'cd', 'thumb.webp');
    const verdict = await assessPicture(await drawn('good.png', { width: 300, height: 300 }), thumbnail, model());
    expect(verdict.kind).not.toBe('trouble');
    expect(existsSync(thumbnail)).toBe(true);
  });

  it('[D270] is made later of the thumbnail that there is, and of nothing else', async () => {
    const file = await drawn('later.png', { width: 400, height: 200 });
    const thumbnail = join(folder, 'ef', 'thumb.webp');
    const verdict = await assessPicture(file, thumbnail, model());
    const then = thumbHashToAverageRGBA(bytesOf(verdict.kind === 'trouble' ? null : verdict.thumb_hash));
    const later = thumbHashToAverageRGBA(bytesOf(await thumbHashOfFile(thumbnail)));
    for (const colour of ['r', 'g', 'b'] as const) expect(later[colour]).toBeCloseTo(then[colour], 1);
    writeFileSync(thumbnail, 'no picture');
    expect(await thumbHashOfFile(thumbnail)).toBeNull();
    expect(await thumbHashOfFile(join(folder, 'none.webp'))).toBeNull();
  });
});
