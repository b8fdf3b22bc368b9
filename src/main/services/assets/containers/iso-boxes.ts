import { ascii, u32, u64 } from './bytes';
import { limits } from './limits';

export interface IsoBox {
  readonly type: string;
  /** What follows the header, up to the end of the box. */
  readonly body: Uint8Array;
}

/**
 * The boxes that lie one after another in a block: size, four-letter type, body. Stops where the bytes stop making sense.
 * Source: ISO/IEC 14496-12 section 4.2; JUMBF (ISO 19566-5) uses the same headers.
 */
export function* isoBoxes(block: Uint8Array): Generator<IsoBox> {
  let at = 0;
  for (let parts = 0; parts < limits.parts && at + 8 <= block.length; parts++) {
    const header = boxHeader(block.subarray(at, at + 16), block.length - at);
    if (header === null) return;
    yield { type: header.type, body: block.subarray(at + header.headerBytes, at + header.size) };
    at += header.size;
  }
}

/** Size and type of the box that begins with these bytes; null when the size cannot be right. `available` is what is left, in bytes. */
export const boxHeader = (
  head: Uint8Array,
  available: number,
): { type: string; size: number; headerBytes: number } | null => {
  const small = u32(head, 0);
  const isLarge = small === 1;
  const size = isLarge ? u64(head, 8) : small === 0 ? available : small;
  const headerBytes = isLarge ? 16 : 8;
  return size < headerBytes || head.length < headerBytes ? null : { type: ascii(head, 4, 4), size, headerBytes };
};
