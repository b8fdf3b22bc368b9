/**
 * Random access to the bytes of one file, wherever they are.
 * `read` answers at most `length` bytes from `offset`; fewer (or none) where the file ends. It rejects only when the disk does.
 */
export interface ByteSource {
  /** Bytes in the whole file. */
  readonly size: number;
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** Bytes in memory as a {@link ByteSource}. */
export const memorySource = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: async (offset, length) => bytes.subarray(offset, offset + length),
});

/** Exactly `length` bytes from `offset`, or null when the file ends before. */
export const readFully = async (source: ByteSource, offset: number, length: number): Promise<Uint8Array | null> => {
  if (offset < 0 || length < 0 || offset + length > source.size) return null;
  const bytes = await source.read(offset, length);
  return bytes.length === length ? bytes : null;
};

/**
 * The same bytes read through a window, so that walking small neighbouring chunks costs one read of the disk and not hundreds.
 * @param windowBytes how much is fetched at a time; longer reads pass straight through
 */
export const windowed = (source: ByteSource, windowBytes = 16 * 1024): ByteSource => {
  let start = 0;
  let held = new Uint8Array(0) as Uint8Array;
  return {
    size: source.size,
    read: async (offset, length) => {
      if (length > windowBytes) return source.read(offset, length);
      const end = Math.min(offset + length, source.size);
      if (offset < start || end > start + held.length) {
        held = await source.read(offset, windowBytes);
        start = offset;
      }
      return held.subarray(offset - start, offset - start + length);
    },
  };
};
