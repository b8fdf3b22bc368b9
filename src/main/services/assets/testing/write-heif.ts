import { isoBox, latin1, u32be } from './write-boxes';

export interface HeifParts {
  readonly brand?: 'avif' | 'heic';
  readonly width?: number;
  readonly height?: number;
  /** Quarter turns against the clock. */
  readonly turns?: 0 | 1 | 2 | 3;
  readonly bitDepth?: number;
  readonly exif?: Uint8Array;
  readonly xmp?: string;
  /** Puts the metadata into the `idat` box instead of the file's media data. */
  readonly isInside?: boolean;
  readonly hasAlpha?: boolean;
  readonly after?: readonly Uint8Array[];
}

const u16be = (number: number): Uint8Array => Uint8Array.of(number >> 8, number & 255);
const infe = (id: number, kind: string, more = ''): Uint8Array =>
  isoBox('infe', Uint8Array.of(2, 0, 0, 0), u16be(id), u16be(0), latin1(`${kind}\0${more}`));

/** An AVIF or HEIC of headers: a primary item with its properties, a smaller thumbnail, and items that hold EXIF and XMP. */
export const writeHeif = (parts: HeifParts = {}): Uint8Array => {
  const { brand = 'avif', width = 1920, height = 1080, turns = 0, bitDepth = 8, exif, xmp, isInside = false, hasAlpha = false, after = [] } = parts;
  const items = [
    ...(exif === undefined ? [] : [{ id: 2, box: infe(2, 'Exif'), bytes: Buffer.concat([u32be(0), exif]) }]),
    ...(xmp === undefined ? [] : [{ id: 3, box: infe(3, 'mime', '\0application/rdf+xml\0'), bytes: Buffer.from(xmp) }]),
  ];
  const payload = Buffer.concat(items.map(({ bytes }) => bytes));
  const alpha = hasAlpha ? [isoBox('auxC', u32be(0), latin1('urn:mpeg:mpegB:cicp:systems:auxiliary:alpha\0'))] : [];
  const properties = isoBox(
    'ipco',
    isoBox('ispe', u32be(0, 4096, 4096)),
    isoBox('ispe', u32be(0, width, height)),
    isoBox('irot', Uint8Array.of(turns)),
    isoBox('pixi', u32be(0), Uint8Array.of(3, bitDepth, bitDepth, bitDepth)),
    ...alpha,
  );
  const ties = isoBox('ipma', u32be(0, 1), u16be(1), Uint8Array.of(3, 2, 3, 4));
  const meta = (offset: number): Uint8Array => {
    let at = offset;
    const places = items.map(({ id, bytes }) => {
      const place = Buffer.concat([u16be(id), u16be(isInside ? 1 : 0), u16be(0), u16be(1), u32be(at, bytes.length)]);
      at += bytes.length;
      return place;
    });
    return isoBox(
      'meta',
      u32be(0),
      isoBox('pitm', u32be(0), u16be(1)),
      isoBox('iinf', u32be(0), u16be(items.length + 1), infe(1, brand === 'avif' ? 'av01' : 'hvc1'), ...items.map(({ box }) => box)),
      isoBox('iloc', Uint8Array.of(1, 0, 0, 0, 0x44, 0), u16be(items.length), ...places),
      isoBox('iprp', properties, ties),
      ...(isInside ? [isoBox('idat', payload)] : []),
    );
  };
  const ftyp = isoBox('ftyp', latin1(`${brand}\0\0\0\0${brand}mif1`));
  const start = isInside ? 0 : ftyp.length + meta(0).length + 8;
  return new Uint8Array(Buffer.concat([ftyp, meta(start), isoBox('mdat', isInside ? new Uint8Array(64) : payload), ...after]));
};
