export interface GifParts {
  readonly width?: number;
  readonly height?: number;
  readonly frames?: number;
  /** Hundredths of a second that each frame stands. */
  readonly delay?: number;
  readonly comment?: string;
  readonly xmp?: string;
  /** Bytes of pixels in each frame. */
  readonly frameBytes?: number;
}

const subBlocks = (bytes: Uint8Array): Buffer => {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 255) {
    const piece = bytes.subarray(at, at + 255);
    parts.push(Buffer.from([piece.length]), Buffer.from(piece));
  }
  return Buffer.concat([...parts, Buffer.from([0])]);
};

/** A GIF whose metadata stands behind its frames, where encoders of animations put it. */
export const writeGif = (parts: GifParts = {}): Uint8Array => {
  const { width = 320, height = 240, frames = 1, delay = 10, comment, xmp, frameBytes = 600 } = parts;
  const screen = Buffer.alloc(7);
  screen.writeUInt16LE(width, 0);
  screen.writeUInt16LE(height, 2);
  const image = Buffer.concat([
    Buffer.from([0x21, 0xf9, 4, 0, delay & 255, delay >> 8, 0, 0]),
    Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 8]),
    subBlocks(new Uint8Array(frameBytes).fill(7)),
  ]);
  const trailer = Buffer.from([1, ...Array.from({ length: 256 }, (_, index) => 255 - index), 0]);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('GIF89a'),
      screen,
      ...Array.from({ length: frames }, () => image),
      ...(comment === undefined ? [] : [Buffer.from([0x21, 0xfe]), subBlocks(Buffer.from(comment))]),
      ...(xmp === undefined ? [] : [Buffer.from([0x21, 0xff, 11]), Buffer.from('XMP DataXMP'), Buffer.from(xmp), trailer]),
      Buffer.from([0x3b]),
    ]),
  );
};
