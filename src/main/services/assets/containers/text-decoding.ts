const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

const withoutNuls = (text: string): string => text.replaceAll('\0', '');

/**
 * Text whose encoding the file does not say, or says wrongly: UTF-8 when every byte fits, else Latin-1.
 * PNG's tEXt is Latin-1 by its specification, yet TensorArt and others put UTF-8 there. NUL bytes are dropped.
 */
export const decodeText = (bytes: Uint8Array): string => {
  try {
    return withoutNuls(strictUtf8.decode(bytes));
  } catch {
    return withoutNuls(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'));
  }
};

/** UTF-16 without a byte order mark. An odd last byte is dropped. */
export const decodeUtf16 = (bytes: Uint8Array, littleEndian: boolean): string => {
  const even = Buffer.from(bytes.subarray(0, bytes.length & ~1));
  return withoutNuls((littleEndian ? even : even.swap16()).toString('utf16le'));
};

/** Replaces halves of surrogate pairs, which no UTF-8 can carry, so that a text stays the same through JSON and SQLite. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');
