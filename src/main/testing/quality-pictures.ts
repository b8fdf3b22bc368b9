import { readFileSync } from 'node:fs';
import type { Sharp } from 'sharp';
import sharp from 'sharp';
import type { BrisqueModel } from '../services/quality/brisque/model';
import { parseBrisqueModel } from '../services/quality/brisque/model';
import { grayOf } from '../services/quality/luma';

/** One byte per pixel, row after row. */
export interface GrayPicture {
  readonly gray: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const fixtures = new URL('../services/quality/brisque/fixtures/', import.meta.url);

export const modelBytes = (): Uint8Array => new Uint8Array(readFileSync(new URL('../../../resources/quality/brisque-live.bin', import.meta.url)));
export const model = (): BrisqueModel => parseBrisqueModel(modelBytes());

/** What OpenCV says of the fixtures. */
export const openCv = JSON.parse(readFileSync(new URL('opencv-scores.json', fixtures), 'utf8')) as {
  readonly scores: Readonly<Record<string, number>>;
  readonly features: Readonly<Record<string, readonly number[]>>;
};

export async function fixture(name: string): Promise<GrayPicture> {
  return decoded(sharp(readFileSync(new URL(name, fixtures))));
}

export async function decoded(image: Sharp): Promise<GrayPicture> {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  return { gray: grayOf(data, info.channels as 1 | 3 | 4), width: info.width, height: info.height };
}

/** A picture drawn by a formula. */
export function drawn(width: number, height: number, level: (x: number, y: number) => number): GrayPicture {
  const gray = Uint8Array.from({ length: width * height }, (_, i) => level(i % width, Math.floor(i / width)));
  return { gray, width, height };
}

/** Numbers 0 <= n < 1, the same in every run: a linear congruential generator. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}
