import { ascii, u16, u32, u64, u8 } from './bytes';
import type { ByteSource } from './byte-source';
import { readExif } from './exif';
import type { Findings } from './findings';
import { readPayload, warn } from './findings';
import { isoBoxes } from './iso-boxes';
import { readIsoProperties } from './iso-properties';
import { limits } from './limits';
import { decodeText } from './text-decoding';
import { readXmp } from './xmp';

const none = new Uint8Array(0);

/**
 * Reads the `meta` box of an AVIF or HEIC: the picture's properties and the items that hold EXIF and XMP.
 * Source: ISO/IEC 23008-12 (HEIF) sections 6.5.3 and 9.3 and annex A; ISO/IEC 14496-12 section 8.11 (iinf, iloc).
 */
export const readIsoItems = async (meta: Uint8Array, source: ByteSource, findings: Findings): Promise<void> => {
  const children = new Map([...isoBoxes(meta.subarray(4))].map((box) => [box.type, box.body]));
  const kinds = metadataItems(children.get('iinf') ?? none);
  const places = itemPlaces(children.get('iloc') ?? none);
  for (const [id, kind] of kinds) {
    const bytes = await itemBytes(places.get(id) ?? [], kind, children.get('idat') ?? none, source, findings);
    if (bytes === null) continue;
    // An Exif item begins with how far away its TIFF header is.
    if (kind === 'Exif') await readExif(bytes.subarray(4 + u32(bytes, 0)), findings);
    else readXmp(decodeText(bytes), findings);
  }
  readIsoProperties(children, findings);
};

/** A stretch of an item: in the file, or in the `idat` box. */
interface Extent {
  readonly offset: number;
  readonly length: number;
  readonly isInside: boolean;
}

const itemBytes = async (
  extents: readonly Extent[],
  kind: string,
  idat: Uint8Array,
  source: ByteSource,
  findings: Findings,
): Promise<Uint8Array | null> => {
  if (extents.length === 0) {
    warn(findings, `unreadable metadata: the ${kind} item lies where Alice does not look.`);
    return null;
  }
  const parts: Uint8Array[] = [];
  for (const { offset, length, isInside } of extents) {
    const part = isInside
      ? idat.subarray(offset, offset + length)
      : await readPayload(source, findings, { name: `the ${kind} item`, offset, length, limit: limits.block });
    if (part === null) return null;
    parts.push(part);
  }
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : new Uint8Array(Buffer.concat(parts));
};

const metadataItems = (iinf: Uint8Array): Map<number, 'Exif' | 'XMP'> => {
  const kinds = new Map<number, 'Exif' | 'XMP'>();
  for (const { type, body } of isoBoxes(iinf.subarray(u8(iinf, 0) === 0 ? 6 : 8))) {
    if (type !== 'infe') continue;
    const isWide = u8(body, 0) >= 3;
    const id = isWide ? u32(body, 4) : u16(body, 4);
    const rest = ascii(body, isWide ? 10 : 8, 200);
    if (rest.startsWith('Exif')) kinds.set(id, 'Exif');
    else if (rest.startsWith('mime') && rest.includes('application/rdf+xml')) kinds.set(id, 'XMP');
  }
  return kinds;
};

const MOST_EXTENTS = 1_000;

/** Where the items lie: in the file (method 0) or in `idat` (1). One built from other items (2) holds no metadata. */
const itemPlaces = (iloc: Uint8Array): Map<number, Extent[]> => {
  const places = new Map<number, Extent[]>();
  const version = u8(iloc, 0);
  const [first, second] = [u8(iloc, 4), u8(iloc, 5)];
  const widths = { offset: first >> 4, length: first & 15, base: second >> 4, index: version === 0 ? 0 : second & 15 };
  let at = 6;
  const take = (bytes: number): number => {
    const value = bytes === 8 ? u64(iloc, at) : bytes === 4 ? u32(iloc, at) : bytes === 2 ? u16(iloc, at) : 0;
    at += bytes;
    return value;
  };
  const count = take(version < 2 ? 2 : 4);
  for (let item = 0; item < count && at < iloc.length; item++) {
    const id = take(version < 2 ? 2 : 4);
    const method = version === 0 ? 0 : take(2) & 15;
    take(2);
    const base = take(widths.base);
    const extents = take(2);
    const all: Extent[] = [];
    for (let extent = 0; extent < extents && at < iloc.length; extent++) {
      take(widths.index);
      const offset = base + take(widths.offset);
      all.push({ offset, length: take(widths.length), isInside: method === 1 });
    }
    if (method < 2 && all.length <= MOST_EXTENTS) places.set(id, all);
  }
  return places;
};
