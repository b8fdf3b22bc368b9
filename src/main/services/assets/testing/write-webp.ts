/** A RIFF chunk, padded to an even length. */
export const riffChunk = (name: string, data: Uint8Array): Uint8Array => {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return new Uint8Array(Buffer.concat([head, data, Buffer.alloc(data.length & 1)]));
};

const riff = (chunks: readonly Uint8Array[]): Uint8Array => {
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...chunks]);
  const head = Buffer.alloc(8);
  head.write('RIFF', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return new Uint8Array(Buffer.concat([head, body]));
};

const extended = (flags: number, width: number, height: number): Uint8Array => {
  const data = Buffer.alloc(10);
  data[0] = flags;
  data.writeUIntLE(width - 1, 4, 3);
  data.writeUIntLE(height - 1, 7, 3);
  return riffChunk('VP8X', data);
};

/** The frame of a WebP with the given chunks; there are no pixels in it. */
export const writeWebp = (chunks: readonly Uint8Array[] = [], width = 16, height = 8): Uint8Array =>
  riff([extended(0x08, width, height), riffChunk('VP8 ', new Uint8Array(10)), ...chunks]);

/** A plain lossy WebP (a single VP8 chunk, as encoders write it) with an EXIF chunk behind its pixels. */
export const withWebpExif = (webp: Uint8Array, exif: Uint8Array, width: number, height: number): Uint8Array =>
  riff([extended(0x08, width, height), webp.subarray(12), riffChunk('EXIF', exif)]);
