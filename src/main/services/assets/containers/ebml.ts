import { u8 } from './bytes';
import type { ByteSource } from './byte-source';

/** Id and place of an element; a size of null means "until its parent ends". */
export interface EbmlElement {
  readonly id: number;
  readonly body: number;
  readonly size: number | null;
}

/** Reads the header of the element at an offset; null when none can stand there. Source: RFC 8794 sections 4 to 6. */
export const createEbmlReader =
  (source: ByteSource) =>
  async (offset: number): Promise<EbmlElement | null> => {
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

/** A whole number of up to eight bytes, as a double. */
export const unsigned = (bytes: Uint8Array): number => bytes.subarray(0, 8).reduce((sum, byte) => sum * 256 + byte, 0);

/** A floating-point number of four or eight bytes; 0 for anything else. */
export const float = (bytes: Uint8Array): number => {
  const view = Buffer.from(bytes);
  const value = bytes.length === 4 ? view.readFloatBE(0) : bytes.length === 8 ? view.readDoubleBE(0) : 0;
  return Number.isFinite(value) ? value : 0;
};
