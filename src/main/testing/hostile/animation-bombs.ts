import { riffChunk } from '../../services/assets/testing/write-webp';
import type { HostileFile } from './hostile-file';

/** An animated WebP that shows one small picture so many times; `canvas` is the size it claims. */
export function animatedWebp(still: Uint8Array, frames: number, canvas: number): Uint8Array {
  const extended = Buffer.alloc(10);
  extended[0] = 0x02;
  extended.writeUIntLE(canvas - 1, 4, 3);
  extended.writeUIntLE(canvas - 1, 7, 3);
  const place = Buffer.alloc(16);
  place.writeUIntLE(15, 6, 3);
  place.writeUIntLE(15, 9, 3);
  place.writeUIntLE(10, 12, 3);
  const frame = riffChunk('ANMF', Buffer.concat([place, still.subarray(12)]));
  const body = Buffer.concat([Buffer.from('WEBP'), riffChunk('VP8X', extended), riffChunk('ANIM', Buffer.alloc(6)), ...Array.from({ length: frames }, () => frame)]);
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return new Uint8Array(Buffer.concat([head, body]));
}

/** A GIF that shows its one frame so many times; `screen` is the size it claims. */
export function animatedGif(gif: Uint8Array, frames: number, screen: number | null = null): Uint8Array {
  const bytes = Buffer.from(gif);
  const start = 13 + ((bytes[10] ?? 0) & 0x80 ? 3 * 2 ** (((bytes[10] ?? 0) & 7) + 1) : 0);
  if (screen !== null) {
    bytes.writeUInt16LE(screen, 6);
    bytes.writeUInt16LE(screen, 8);
  }
  const frame = bytes.subarray(start, bytes.length - 1);
  return new Uint8Array(Buffer.concat([bytes.subarray(0, start), ...Array.from({ length: frames }, () => frame), Buffer.from([0x3b])]));
}

/** Animations of very many frames; the slow form has more of them. `still` is a WebP of 16 by 16, `gif` a small GIF. */
export function animationBombs(still: Uint8Array, gif: Uint8Array, { slow = false } = {}): HostileFile[] {
  // What libwebp does with frames grows with their square.
  const frames = slow ? 100_000 : 10_000;
  return [
    { name: `${frames} frames.webp`, bytes: animatedWebp(still, frames, 16), ends: 'either' },
    { name: '1000 frames on 16383 by 16383.webp', bytes: animatedWebp(still, 1_000, 16_383), ends: 'either' },
    { name: 'frames on a canvas of 280 terapixels.webp', bytes: animatedWebp(still, 3, 2 ** 24), ends: 'set_aside' },
    { name: '100000 frames.gif', bytes: animatedGif(gif, 100_000), ends: 'either' },
    { name: '1000 frames on 65535 by 65535.gif', bytes: animatedGif(gif, 1_000, 65_535), ends: 'either' },
    { name: '10000 frames on 16000 by 16000.gif', bytes: animatedGif(gif, 10_000, 16_000), ends: 'either' },
  ];
}
