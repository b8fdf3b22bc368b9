import { ascii, startsWith, u16, u8 } from './bytes';
import type { ByteSource } from './byte-source';
import { readFully, windowed } from './byte-source';
import { secondsOf } from './facts';
import type { Findings, ReadContainer } from './findings';
import { addText, markTruncated, setSize, warn } from './findings';
import { limits } from './limits';
import { decodeText } from './text-decoding';
import { readXmp } from './xmp';

/** A GIF says nowhere how long a frame is, so that it must be walked; beyond this many bytes it is not. */
const MOST_BYTES = 64 * 1024 * 1024;
const WINDOW_BYTES = 256 * 1024;
/** XMP lies bare among the sub-blocks; behind it stand a 1 and the numbers from 255 down, which end any walk that meets it. */
const XMP_TRAILER_BYTES = 257;

const tableBytes = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));

/**
 * Reads size, frames, comments and XMP of a GIF.
 * Source: GIF89a specification (CompuServe, 1990); XMP part 3, "GIF" (application extension `XMP DataXMP`).
 */
export const readGif: ReadContainer = async (whole, findings) => {
  const source = windowed(whole, WINDOW_BYTES);
  const head = await readFully(source, 0, 13);
  if (head === null) return;
  setSize(findings, u16(head, 6, true), u16(head, 8, true));
  findings.facts.colour = 'indexed';
  findings.facts.bit_depth = 8;
  findings.facts.has_alpha = false;
  const seen: Seen = { frames: 0, hundredths: 0 };
  let offset: number | null = 13 + tableBytes(u8(head, 10));
  for (let parts = 0; offset !== null && offset < MOST_BYTES && parts < limits.parts; parts++) {
    offset = await readBlock(source, offset, findings, seen);
  }
  if (offset !== null) warn(findings, 'unreadable metadata: the GIF is longer than Alice walks through.');
  findings.facts.frames = seen.frames || null;
  findings.facts.animated = seen.frames > 1;
  if (seen.frames > 1) findings.facts.duration = secondsOf(seen.hundredths, 100);
};

interface Seen {
  frames: number;
  hundredths: number;
}

/** Reads the block at an offset and says where the next begins; null at the end. */
const readBlock = async (source: ByteSource, offset: number, findings: Findings, seen: Seen): Promise<number | null> => {
  const start = await source.read(offset, 24);
  const kind = u8(start, 0);
  if (kind === 0x3b) return null;
  if (start.length < 3 || (kind !== 0x2c && kind !== 0x21)) {
    if (start.length < 3) markTruncated(findings);
    else warn(findings, 'unreadable metadata: the GIF holds something that is not a block.');
    return null;
  }
  if (kind === 0x2c) {
    seen.frames += 1;
    return endOfBlocks(source, offset + 11 + tableBytes(u8(start, 9)), findings, null);
  }
  const label = u8(start, 1);
  if (label === 0xf9) {
    seen.hundredths += u16(start, 4, true);
    if ((u8(start, 3) & 1) === 1) findings.facts.has_alpha = true;
  } else if (label === 0xfe) {
    const comment: Uint8Array[] = [];
    const end = await endOfBlocks(source, offset + 2, findings, comment);
    addText(findings, 'gif', 'comment', decodeText(new Uint8Array(Buffer.concat(comment))));
    return end;
  } else if (label === 0xff && startsWith(start, 'XMP DataXMP', 3)) return readBareXmp(source, offset + 14, findings);
  return endOfBlocks(source, offset + 2, findings, null);
};

/** Steps over sub-blocks to behind their end, and keeps their bytes where `kept` is given. */
const endOfBlocks = async (source: ByteSource, from: number, findings: Findings, kept: Uint8Array[] | null): Promise<number | null> => {
  for (let offset = from; ; ) {
    // Many at once: a window holds hundreds of sub-blocks and a promise each would cost more than the bytes.
    const bytes = await source.read(offset, WINDOW_BYTES / 4);
    let at = 0;
    while (at < bytes.length) {
      const length = u8(bytes, at);
      if (length === 0) return offset + at + 1;
      if (at + 1 + length > bytes.length) break;
      if (kept !== null && findings.textBudget >= length) {
        kept.push(bytes.slice(at + 1, at + 1 + length));
        findings.textBudget -= length;
      }
      at += 1 + length;
    }
    offset += at;
    if (at === 0 || offset > MOST_BYTES) {
      if (at === 0) markTruncated(findings);
      return at === 0 ? null : offset;
    }
  }
};

const readBareXmp = async (source: ByteSource, from: number, findings: Findings): Promise<number | null> => {
  const bytes = await source.read(from, Math.min(limits.block, findings.textBudget));
  const end = bytes.indexOf(1);
  const isTrailer = end !== -1 && u8(bytes, end + 1) === 0xff && u8(bytes, end + 2) === 0xfe;
  if (!isTrailer || ascii(bytes, 0, 1) === '') return endOfBlocks(source, from, findings, null);
  findings.textBudget -= end;
  readXmp(decodeText(bytes.subarray(0, end)), findings);
  return from + end + XMP_TRAILER_BYTES + 1;
};
