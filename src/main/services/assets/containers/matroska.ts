import { u8 } from './bytes';
import type { ByteSource } from './byte-source';
import type { ReadContainer } from './findings';
import { addText, markTruncated, readPayload, setSize } from './findings';
import { limits } from './limits';
import { decodeText } from './text-decoding';

/** Elements whose children are looked at: Segment, Info, Tracks, TrackEntry, Video, Tags, Tag, SimpleTag. */
const ENTERED = new Set([0x18538067, 0x1549a966, 0x1654ae6b, 0xae, 0xe0, 0x1254c367, 0x7373, 0x67c8]);
const CLUSTER = 0x1f43b675;
const PIXEL_WIDTH = 0xb0;
const PIXEL_HEIGHT = 0xba;
const DATE_UTC = 0x4461;
const TAG_NAME = 0x45a3;
const TAG_STRING = 0x4487;
const LEAVES = new Set([PIXEL_WIDTH, PIXEL_HEIGHT, DATE_UTC, TAG_NAME, TAG_STRING]);
const MS_AT_2001 = Date.UTC(2001, 0, 1);

/**
 * Reads WebM and Matroska: size of the video, date, and tags (ComfyUI writes PROMPT and WORKFLOW there). Elements are met in the
 * order of the file; a parent that matters is simply stepped into, so no nesting can grow a stack.
 * Source: RFC 8794 (EBML), RFC 9559 (Matroska).
 */
export const readMatroska: ReadContainer = async (source, findings) => {
  let offset = 0;
  let width = 0;
  let tagName = '';
  for (let parts = 0; parts < limits.parts && offset < source.size; parts++) {
    const element = await elementAt(source, offset);
    if (element === null) return;
    const { id, body, size } = element;
    if (ENTERED.has(id) || (id === CLUSTER && size === null)) {
      offset = body;
      continue;
    }
    if (size === null) return;
    if (body + size > source.size) {
      markTruncated(findings);
      return;
    }
    if (LEAVES.has(id)) {
      const bytes = await readPayload(source, findings, { name: 'a tag', offset: body, length: size, limit: limits.text });
      if (bytes === null) return;
      if (id === PIXEL_WIDTH) width = unsigned(bytes);
      else if (id === PIXEL_HEIGHT && findings.width === null) setSize(findings, width, unsigned(bytes));
      else if (id === TAG_NAME) tagName = decodeText(bytes).toLowerCase().slice(0, 100);
      else if (id === TAG_STRING) addText(findings, 'matroska', tagName, decodeText(bytes));
      else if (id === DATE_UTC && bytes.length === 8) {
        const ms = MS_AT_2001 + Number(Buffer.from(bytes).readBigInt64BE(0) / 1_000_000n);
        if (ms > 0 && ms < 1e14) findings.dates.push({ from: 'container', text: new Date(ms).toISOString() });
      }
    }
    offset = body + size;
  }
};

const unsigned = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum * 256 + byte, 0);

/** Id, place and size of the element at an offset; size null means "until its parent ends". */
const elementAt = async (
  source: ByteSource,
  offset: number,
): Promise<{ id: number; body: number; size: number | null } | null> => {
  const head = await source.read(offset, 12);
  const idBytes = vintLength(u8(head, 0));
  const sizeBytes = vintLength(u8(head, idBytes));
  if (idBytes > 4 || sizeBytes > 8 || idBytes + sizeBytes > head.length) return null;
  const id = unsigned(head.subarray(0, idBytes));
  const digits = head.subarray(idBytes, idBytes + sizeBytes);
  const marker = 2 ** (8 - sizeBytes);
  const first = u8(digits, 0) - marker;
  const isUnknown = first === marker - 1 && digits.subarray(1).every((byte) => byte === 0xff);
  const size = digits.subarray(1).reduce((sum, byte) => sum * 256 + byte, first);
  return { id, body: offset + idBytes + sizeBytes, size: isUnknown ? null : size };
};

/** Bytes of a variable-length number, told by the zero bits in front; 9 when there is none such. */
const vintLength = (first: number): number => Math.clz32(first) - 23;
