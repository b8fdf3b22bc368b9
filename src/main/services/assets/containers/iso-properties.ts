import { ascii, u16, u32, u8 } from './bytes';
import type { Findings } from './findings';
import { setSize } from './findings';
import type { IsoBox } from './iso-boxes';
import { isoBoxes } from './iso-boxes';
import { bitDepthIn } from './iso-codec-depth';

const none = new Uint8Array(0);

/**
 * Size, turn, depth and alpha of a still picture from the properties of its primary item. Where the file does not say which that is,
 * the largest `ispe` is the picture; smaller ones are its tiles and thumbnails.
 * A turn by EXIF counts for nothing here: `irot` is what viewers follow.
 * Source: ISO/IEC 23008-12 (HEIF) sections 6.5 and 9.3.
 */
export const readIsoProperties = (children: ReadonlyMap<string, Uint8Array>, findings: Findings): void => {
  const inside = [...isoBoxes(children.get('iprp') ?? none)];
  const properties = [...isoBoxes(inside.find((box) => box.type === 'ipco')?.body ?? none)];
  const pitm = children.get('pitm') ?? none;
  const primary = u8(pitm, 0) === 0 ? u16(pitm, 4) : u32(pitm, 4);
  const own = propertiesOf(primary, inside, properties);
  const candidates = own.some((box) => box.type === 'ispe') ? own : properties;

  let largest = 0;
  for (const { type, body } of candidates) {
    const area = u32(body, 4) * u32(body, 8);
    if (type !== 'ispe' || area <= largest) continue;
    largest = area;
    setSize(findings, u32(body, 4), u32(body, 8));
  }
  const { facts } = findings;
  // irot counts quarter turns against the clock.
  const quarters = u8(own.find((box) => box.type === 'irot')?.body ?? none, 0) & 3;
  facts.rotation = ([0, 270, 180, 90] as const)[quarters] ?? 0;
  findings.orientation = [1, 8, 3, 6][quarters] ?? 1;
  const pixels = own.find((box) => box.type === 'pixi')?.body;
  if (pixels !== undefined) {
    facts.bit_depth = u8(pixels, 5) || null;
    facts.colour = u8(pixels, 4) === 1 ? 'gray' : 'rgb';
  } else facts.bit_depth = properties.reduce<number | null>((depth, box) => depth ?? bitDepthIn(boxed(box)), null);
  facts.has_alpha = properties.some(({ type, body }) => type === 'auxC' && /:alpha|auxid:1\b/.test(ascii(body, 4, 100)));
};

/** A property as bytes again, for readers of boxes. */
const boxed = ({ type, body }: IsoBox): Uint8Array => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length, 0);
  head.write(type, 4, 'latin1');
  return new Uint8Array(Buffer.concat([head, body]));
};

/** The properties that `ipma` ties to an item, by their place in the list. */
const propertiesOf = (wanted: number, inside: readonly IsoBox[], properties: readonly IsoBox[]): IsoBox[] => {
  const found: IsoBox[] = [];
  for (const { type, body } of inside) {
    if (type !== 'ipma') continue;
    const [hasWideIds, hasWideIndex] = [u8(body, 0) >= 1, (u8(body, 3) & 1) === 1];
    let at = 8;
    for (let left = u32(body, 4); left > 0 && at < body.length; left--) {
      const id = hasWideIds ? u32(body, at) : u16(body, at);
      at += hasWideIds ? 4 : 2;
      const ties = u8(body, at++);
      for (let tie = 0; tie < ties && at < body.length; tie++) {
        const index = hasWideIndex ? u16(body, at) & 0x7fff : u8(body, at) & 0x7f;
        at += hasWideIndex ? 2 : 1;
        const property = properties[index - 1];
        if (id === wanted && property !== undefined) found.push(property);
      }
    }
  }
  return found;
};
