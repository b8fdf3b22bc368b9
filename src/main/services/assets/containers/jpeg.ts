import { startsWith, u8, u16, u32 } from './bytes';
import { readFully } from './byte-source';
import { readExif } from './exif';
import type { Findings, ReadContainer } from './findings';
import { addText, markTruncated, readPayload, setSize, warn } from './findings';
import { limits } from './limits';
import { decodeText } from './text-decoding';
import { readXmp } from './xmp';

const EXIF = 'Exif\0\0';
const XMP = 'http://ns.adobe.com/xap/1.0/\0';

const isFrameHeader = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/**
 * Reads the segments of a JPEG up to the first scan, where its metadata ends.
 * Source: ITU-T T.81 annex B; Exif 3.0 (APP1); XMP part 3 (APP1); JPEG XT part 3 / ISO 19566-5 (JUMBF in APP11).
 */
export const readJpeg: ReadContainer = async (source, findings) => {
  const jumbf = new Map<number, Uint8Array[]>();
  let offset = 2;
  for (let parts = 0; parts < limits.parts; parts++) {
    const head = await readFully(source, offset, 4);
    if (head === null) {
      markTruncated(findings);
      break;
    }
    const marker = u8(head, 1);
    if (u8(head, 0) !== 0xff) {
      warn(findings, 'unreadable metadata: the JPEG holds something that is not a segment.');
      break;
    }
    if (marker === 0xda || marker === 0xd9) break;
    if (marker === 0xff || standsAlone(marker)) {
      offset += marker === 0xff ? 1 : 2;
      continue;
    }
    const length = u16(head, 2) - 2;
    if (length < 0) {
      warn(findings, 'unreadable metadata: a JPEG segment is shorter than its own header.');
      break;
    }
    if (isFrameHeader(marker) || marker === 0xe1 || marker === 0xeb || marker === 0xfe) {
      const segment = { name: 'a JPEG segment', offset: offset + 4, length, limit: limits.block };
      const bytes = await readPayload(source, findings, segment);
      if (bytes === null) break;
      await readSegment(marker, bytes, findings, jumbf);
    }
    offset += 4 + length;
  }
  findings.c2pa = joined(jumbf);
};

const readSegment = async (
  marker: number,
  bytes: Uint8Array,
  findings: Findings,
  jumbf: Map<number, Uint8Array[]>,
): Promise<void> => {
  if (isFrameHeader(marker)) setSize(findings, u16(bytes, 3), u16(bytes, 1));
  else if (marker === 0xfe) addText(findings, 'jpeg', 'comment', decodeText(bytes));
  else if (marker === 0xe1 && startsWith(bytes, EXIF)) await readExif(bytes, findings);
  else if (marker === 0xe1 && startsWith(bytes, XMP)) readXmp(decodeText(bytes.subarray(XMP.length)), findings);
  else if (marker === 0xeb && startsWith(bytes, 'JP') && bytes.length > 16) {
    const box = u16(bytes, 2);
    const pieces = jumbf.get(box) ?? [];
    // Each further piece repeats the header of the box (8 bytes, 16 when its length is a 64-bit one).
    const boxHeader = u32(bytes, 8) === 1 ? 16 : 8;
    pieces.push(bytes.subarray(pieces.length === 0 ? 8 : 8 + boxHeader));
    jumbf.set(box, pieces);
  }
};

/** The boxes of APP11, each put together from its pieces in the order of the file, which is their order. */
const joined = (boxes: ReadonlyMap<number, Uint8Array[]>): Uint8Array | null => {
  const all = [...boxes.values()].flat();
  const length = all.reduce((sum, piece) => sum + piece.length, 0);
  return length === 0 || length > limits.block ? null : new Uint8Array(Buffer.concat(all));
};
