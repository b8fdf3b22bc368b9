import { u32, u64, u8, ascii, startsWith } from './bytes';
import type { Findings, ReadContainer } from './findings';
import { addText, markTruncated, readPayload, setSize, warn } from './findings';
import { boxHeader, isoBoxes } from './iso-boxes';
import { readIsoItems } from './iso-items';
import { limits } from './limits';
import { decodeText } from './text-decoding';

const C2PA_UUID = 'd8fec3d61b0e483c92975828877ec481';
const SECONDS_1904_TO_1970 = 2_082_844_800;
const TAG_NAMES = new Map([['©cmt', 'comment'], ['©nam', 'title'], ['©too', 'encoder'], ['©des', 'description'], ['desc', 'description']]);

/**
 * Reads MP4, MOV, AVIF and HEIC: sizes, the time of creation, tags, and the C2PA box. Media data is stepped over.
 * Source: ISO/IEC 14496-12 (boxes, mvhd, tkhd), QuickTime File Format (keys, ilst, ©-tags), C2PA specification (uuid box).
 */
export const readIsoMedia: ReadContainer = async (source, findings) => {
  let offset = 0;
  for (let parts = 0; parts < limits.parts && offset < source.size; parts++) {
    const head = await source.read(offset, 16);
    const box = boxHeader(head, source.size - offset);
    if (box === null) {
      warn(findings, 'unreadable metadata: the file holds something that is not a box.');
      return;
    }
    if (offset + box.size > source.size) markTruncated(findings);
    if (box.type === 'moov' || box.type === 'meta' || box.type === 'uuid') {
      const part = {
        name: `the box ${box.type}`,
        offset: offset + box.headerBytes,
        length: Math.min(box.size, source.size - offset) - box.headerBytes,
        limit: box.type === 'moov' ? limits.allText : limits.block,
      };
      const isC2pa = box.type === 'uuid' && (await isC2paBox(source.read(part.offset, 16)));
      const body = box.type === 'uuid' && !isC2pa ? null : await readPayload(source, findings, part);
      if (body !== null && isC2pa) findings.c2pa ??= manifestStore(body);
      else if (body !== null && box.type === 'moov') readMovie(body, findings);
      else if (body !== null) await readIsoItems(body, source, findings);
    }
    offset += box.size;
  }
};

const isC2paBox = async (bytes: Promise<Uint8Array>): Promise<boolean> => Buffer.from(await bytes).toString('hex') === C2PA_UUID;

/** Behind the uuid: version and flags, a purpose that ends with NUL, an 8-byte offset, then JUMBF. Found by its first box. */
const manifestStore = (body: Uint8Array): Uint8Array | null => {
  const at = ascii(body, 0, 128).indexOf('jumb');
  return at < 4 ? null : body.subarray(at - 4);
};

const readMovie = (moov: Uint8Array, findings: Findings): void => {
  let largest = 0;
  for (const { type, body } of isoBoxes(moov)) {
    if (type === 'mvhd') {
      const seconds = (u8(body, 0) === 1 ? u64(body, 4) : u32(body, 4)) - SECONDS_1904_TO_1970;
      if (seconds > 0 && seconds < 1e11) findings.dates.push({ from: 'container', text: new Date(seconds * 1000).toISOString() });
    } else if (type === 'trak') {
      for (const track of isoBoxes(body)) {
        if (track.type !== 'tkhd') continue;
        const at = u8(track.body, 0) === 1 ? 88 : 76;
        const width = u32(track.body, at) >>> 16;
        const height = u32(track.body, at + 4) >>> 16;
        if (width * height > largest) {
          largest = width * height;
          setSize(findings, width, height);
        }
      }
    } else if (type === 'meta') readTags(body, findings);
    else if (type === 'udta') readUserData(body, findings);
  }
};

const readUserData = (udta: Uint8Array, findings: Findings): void => {
  for (const { type, body } of isoBoxes(udta)) {
    if (type === 'meta') readTags(body, findings);
    // QuickTime's own tags: length and language, two bytes each, then the text.
    else if (type.startsWith('\xa9')) addText(findings, 'mp4', tagKey(type), decodeText(body.subarray(4)));
  }
};

const tagKey = (type: string): string => TAG_NAMES.get(type) ?? type.replace('\xa9', '');

/** `keys` numbers the names, `ilst` holds the values; without keys the four letters are the name. */
const readTags = (meta: Uint8Array, findings: Findings): void => {
  // QuickTime's meta has no version field in front, MP4's has.
  const children = [...isoBoxes(startsWith(meta, 'hdlr', 4) ? meta : meta.subarray(4))];
  const names: string[] = [];
  const keys = children.find((box) => box.type === 'keys');
  for (const key of isoBoxes(keys?.body.subarray(8) ?? new Uint8Array(0))) names.push(decodeText(key.body));
  const list = children.find((box) => box.type === 'ilst');
  for (const item of isoBoxes(list?.body ?? new Uint8Array(0))) {
    const parts = [...isoBoxes(item.body)];
    const data = parts.find((box) => box.type === 'data');
    if (data === undefined || u32(data.body, 0) !== 1) continue;
    const free = parts.find((box) => box.type === 'name');
    const number = u32(Uint8Array.from(item.type, (letter) => letter.charCodeAt(0)), 0);
    const name = free === undefined ? (names[number - 1] ?? tagKey(item.type)) : decodeText(free.body.subarray(4));
    addText(findings, 'mp4', name.replace(/^com\.apple\.quicktime\./, ''), decodeText(data.body.subarray(8)));
  }
};
