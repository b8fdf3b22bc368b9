/** Numbers and names inside a block of bytes. Outside the block everything reads as 0 or '', so callers check lengths first. */
export const u8 = (b: Uint8Array, at: number): number => b[at] ?? 0;

export const u16 = (b: Uint8Array, at: number, littleEndian = false): number =>
  littleEndian ? u8(b, at) | (u8(b, at + 1) << 8) : (u8(b, at) << 8) | u8(b, at + 1);

export const u24 = (b: Uint8Array, at: number): number => (u16(b, at) << 8) | u8(b, at + 2);

export const u24le = (b: Uint8Array, at: number): number => u16(b, at, true) | (u8(b, at + 2) << 16);

export const u32 = (b: Uint8Array, at: number, littleEndian = false): number =>
  littleEndian
    ? u16(b, at, true) + u16(b, at + 2, true) * 0x10000
    : u16(b, at) * 0x10000 + u16(b, at + 2);

/** A 64-bit number as a double: exact below 2^53, and larger ones are larger than any file. */
export const u64 = (b: Uint8Array, at: number): number => u32(b, at) * 0x1_0000_0000 + u32(b, at + 4);

/** One character per byte: for names of chunks and boxes. */
export const ascii = (b: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...b.subarray(at, at + Math.min(length, 256)));

/** Whether the name stands at this place. */
export const startsWith = (b: Uint8Array, name: string, at = 0): boolean => ascii(b, at, name.length) === name;
