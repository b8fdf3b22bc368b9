import { ascii, startsWith, u8, u16, u24le, u32 } from './bytes';
import { readFully } from './byte-source';
import { readExif } from './exif';
import { secondsOf } from './facts';
import type { Findings, ReadContainer } from './findings';
import { markTruncated, readPayload, setSize, warn } from './findings';
import { limits } from './limits';
import { decodeText } from './text-decoding';
import { readXmp } from './xmp';

/**
 * Reads the chunks of a WebP: size from VP8X, VP8L or VP8, metadata from `EXIF`, `XMP ` and `C2PA`.
 * Source: RFC 9649 (WebP), sections 2 and 3; RFC 6386 section 9.1 for the VP8 key frame.
 */
export const readWebp: ReadContainer = async (source, findings) => {
  let offset = 12;
  let frames = 0;
  let milliseconds = 0;
  for (let parts = 0; parts < limits.parts && offset < source.size; parts++) {
    const head = await readFully(source, offset, 8);
    if (head === null) {
      markTruncated(findings);
      break;
    }
    const name = ascii(head, 0, 4);
    const length = u32(head, 4, true);
    const body = offset + 8;
    // In an extended file this comes second, and only here it shows that nothing was lost.
    if (name === 'VP8L') findings.facts.colour = 'rgb';
    if (findings.width === null && (name === 'VP8X' || name === 'VP8L' || name === 'VP8 ')) {
      const start = await readFully(source, body, 10);
      if (start !== null) readFrameHeader(name, start, findings);
    } else if (name === 'ANMF') {
      const frame = await readFully(source, body, 16);
      frames += 1;
      milliseconds += frame === null ? 0 : u24le(frame, 12);
    } else if (name === 'EXIF' || name === 'XMP ' || name === 'C2PA') {
      const part = { name: `the WebP chunk ${name.trim()}`, offset: body, length, limit: limits.block };
      const bytes = await readPayload(source, findings, part);
      if (bytes === null && findings.truncated) break;
      if (bytes === null) {
        offset = body + length + (length & 1);
        continue;
      }
      if (name === 'EXIF') await readExif(bytes, findings);
      else if (name === 'XMP ') readXmp(decodeText(bytes), findings);
      else findings.c2pa ??= bytes;
    }
    if (body + length > source.size) {
      markTruncated(findings);
      break;
    }
    offset = body + length + (length & 1);
  }
  if (offset < source.size && !findings.truncated) warn(findings, 'unreadable metadata: the WebP has more chunks than Alice reads.');
  if (frames === 0) return;
  findings.facts.frames = frames;
  findings.facts.animated = frames > 1;
  if (frames > 1) findings.facts.duration = secondsOf(milliseconds, 1000);
};

const readFrameHeader = (name: string, start: Uint8Array, findings: Findings): void => {
  setSize(findings, ...sizeIn(name, start));
  findings.facts.bit_depth = 8;
  findings.facts.colour = name === 'VP8L' ? 'rgb' : 'ycbcr';
  if (name === 'VP8X') findings.facts.has_alpha = (u8(start, 0) & 0x10) !== 0;
  else findings.facts.has_alpha = name === 'VP8L' && (u8(start, 4) & 0x10) !== 0;
};

/** Width and height in the first ten bytes of a chunk that has them. */
const sizeIn = (name: string, b: Uint8Array): [number, number] => {
  if (name === 'VP8X') return [u24le(b, 4) + 1, u24le(b, 7) + 1];
  if (name === 'VP8L' && u8(b, 0) === 0x2f) {
    const bits = u32(b, 1, true);
    return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
  }
  return startsWith(b, '\x9d\x01\x2a', 3) ? [u16(b, 6, true) & 0x3fff, u16(b, 8, true) & 0x3fff] : [0, 0];
};
