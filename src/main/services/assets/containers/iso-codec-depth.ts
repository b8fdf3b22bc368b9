import { u8 } from './bytes';
import { isoBoxes } from './iso-boxes';

/**
 * Bits a channel, from the configuration box of a codec among the boxes of a sample description or of an item's properties.
 * Source: AV1 in ISO-BMFF (av1C), VP in ISO-BMFF (vpcC), ISO/IEC 14496-15 (hvcC, avcC).
 */
export const bitDepthIn = (boxes: Uint8Array): number | null => {
  for (const { type, body } of isoBoxes(boxes)) {
    if (type === 'av1C') return (u8(body, 2) & 0x40) === 0 ? 8 : (u8(body, 2) & 0x20) === 0 ? 10 : 12;
    if (type === 'vpcC') return u8(body, 6) >> 4 || null;
    if (type === 'hvcC') return (u8(body, 17) & 7) + 8;
    // The profiles up to High (100) have eight bits; what the higher ones have stands deep in the stream.
    if (type === 'avcC') return u8(body, 1) <= 100 ? 8 : u8(body, 1) === 110 ? 10 : null;
  }
  return null;
};
