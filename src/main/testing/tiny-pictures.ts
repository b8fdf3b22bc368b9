import { writeFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { jpegComment, writeJpeg } from '../services/assets/testing/write-jpeg';
import { pngChunk, pngText, writePng } from '../services/assets/testing/write-png';
import { randomNumbers } from './quality-pictures';
import { inFolder } from './temp-folder';

/** A valid PNG of a few bytes, another for each label. Too small to be rated. */
export function tinyPng(label = 'one'): Uint8Array {
  return writePng({ before: [pngText('Comment', label)] });
}

/** The segments of a JPEG, another for each label. Its pixels cannot be decoded. */
export function brokenJpeg(label = 'one'): Uint8Array {
  return writeJpeg([jpegComment(label)]);
}

/** A PNG with what A1111 writes into it. */
export function a1111Png(prompt: string, seed = 7): Uint8Array {
  const text = `${prompt}\nNegative prompt: blur\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: ${seed}, Size: 16x8, Model: dream`;
  return writePng({ before: [pngText('parameters', text)] });
}

/** A noisy PNG that earns stars, another for each seed. With a side of 600 it has about 360 kB. */
export function ratedPng(seed: number, side = 96): Uint8Array {
  const random = randomNumbers(seed);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 8;
  const rows = Buffer.alloc((side + 1) * side);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const wave = Math.sin((x + seed) / 9) * Math.cos(y / 7);
      rows[y * (side + 1) + 1 + x] = Math.floor(128 + 60 * wave + random() * 40);
    }
  }
  const parts = [pngChunk('IHDR', header), pngChunk('IDAT', deflateSync(rows)), pngChunk('IEND', new Uint8Array())];
  return new Uint8Array(Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts]));
}

/** Writes a file and the folders above it; hands the path back. */
export function drop(path: string, bytes: Uint8Array | string = tinyPng(path)): string {
  writeFileSync(inFolder(path), bytes);
  return path;
}
