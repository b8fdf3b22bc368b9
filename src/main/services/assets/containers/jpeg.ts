import { ascii, startsWith, u8, u16, u32 } from './bytes';
import { readFully } from './byte-source';
import { readExif } from './exif';
import { readPhotoshopResources } from './iptc';
import type { Findings, ReadContainer } from './findings';
import { addText, markTruncated, readPayload, setSize, warn } from './findings';
import { limits } from './limits';
import { decodeText } from './text-decoding';
import { readXmp } from './xmp';

const EXIF = 'Exif\0\0';
const XMP = 'http://ns.adobe.com/xap/1.0/\0';
const MORE_XMP = 'http://ns.adobe.com/xmp/extension/\0';
const PHOTOSHOP = 'Photoshop 3.0\0';
const COLOURS = new Map([[1, 'gray'], [3, 'ycbcr'], [4, 'cmyk']]);

const isFrameHeader = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/** What is spread over several segments, until the last of them has been met. */
interface Pieces {
  xmp: string;
  /** Extended XMP: pieces with their place in the whole. */
  readonly moreXmp: { readonly at: number; readonly bytes: Uint8Array }[];
  readonly photoshop: Uint8Array[];
  /** JUMBF by the number of its box, each piece with its sequence number. */
  readonly jumbf: Map<number, { readonly order: number; readonly bytes: Uint8Array }[]>;
}

const WANTED = new Set([0xe1, 0xeb, 0xed, 0xfe]);

/**
 * Reads the segments of a JPEG up to the first scan, where its metadata ends.
 * Source: ITU-T T.81 annex B; Exif 3.0 (APP1); XMP part 3 (APP1, also its extension); JPEG XT part 3 / ISO 19566-5 (JUMBF in APP11);
 * Photoshop's image resources in APP13.
 */
export const readJpeg: ReadContainer = async (source, findings) => {
  const pieces: Pieces = { xmp: '', moreXmp: [], photoshop: [], jumbf: new Map() };
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
    if (isFrameHeader(marker) || WANTED.has(marker)) {
      const segment = { name: 'a JPEG segment', offset: offset + 4, length, limit: limits.block };
      const bytes = await readPayload(source, findings, segment);
      if (bytes === null) break;
      await readSegment(marker, bytes, findings, pieces);
    }
    offset += 4 + length;
  }
  finish(pieces, findings);
};

const readSegment = async (marker: number, bytes: Uint8Array, findings: Findings, pieces: Pieces): Promise<void> => {
  if (isFrameHeader(marker)) {
    setSize(findings, u16(bytes, 3), u16(bytes, 1));
    findings.facts.bit_depth = u8(bytes, 0) || null;
    findings.facts.colour = COLOURS.get(u8(bytes, 5)) ?? null;
    findings.facts.has_alpha = false;
  } else if (marker === 0xfe) addText(findings, 'jpeg', 'comment', decodeText(bytes));
  else if (marker === 0xe1 && startsWith(bytes, EXIF)) await readExif(bytes, findings);
  else if (marker === 0xe1 && startsWith(bytes, XMP)) pieces.xmp ||= decodeText(bytes.subarray(XMP.length));
  else if (marker === 0xe1 && startsWith(bytes, MORE_XMP)) {
    // Behind the name: whose extension it is (32 letters), how long the whole is, and where this piece belongs.
    const isOwn = pieces.xmp.includes(ascii(bytes, MORE_XMP.length, 32));
    const at = MORE_XMP.length + 40;
    if (isOwn && bytes.length > at) pieces.moreXmp.push({ at: u32(bytes, at - 4), bytes: bytes.subarray(at) });
  } else if (marker === 0xed && startsWith(bytes, PHOTOSHOP)) pieces.photoshop.push(bytes.subarray(PHOTOSHOP.length));
  else if (marker === 0xeb && startsWith(bytes, 'JP') && bytes.length > 16) {
    const box = u16(bytes, 2);
    const known = pieces.jumbf.get(box) ?? [];
    // Each further piece repeats the header of the box (8 bytes, 16 when its length is a 64-bit one).
    const header = known.length === 0 ? 0 : u32(bytes, 8) === 1 ? 16 : 8;
    known.push({ order: u32(bytes, 4), bytes: bytes.subarray(8 + header) });
    pieces.jumbf.set(box, known);
  }
};

const finish = ({ xmp, moreXmp, photoshop, jumbf }: Pieces, findings: Findings): void => {
  if (photoshop.length > 0) readPhotoshopResources(new Uint8Array(Buffer.concat(photoshop)), findings);
  const more = moreXmp.toSorted((a, b) => a.at - b.at).map(({ bytes }) => bytes);
  if (xmp !== '') readXmp(more.length === 0 ? xmp : `${xmp}\n${decodeText(new Uint8Array(Buffer.concat(more)))}`, findings);
  findings.c2pa = joined(jumbf);
};

/** The boxes of APP11, each put together from its pieces. */
const joined = (boxes: Pieces['jumbf']): Uint8Array | null => {
  const all = [...boxes.values()].flatMap((pieces) => pieces.toSorted((a, b) => a.order - b.order).map(({ bytes }) => bytes));
  const length = all.reduce((sum, piece) => sum + piece.length, 0);
  return length === 0 || length > limits.block ? null : new Uint8Array(Buffer.concat(all));
};
