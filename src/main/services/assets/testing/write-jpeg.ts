/** A segment: marker, length, data of at most 65,533 bytes. */
export const jpegSegment = (marker: number, data: Uint8Array): Uint8Array => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return new Uint8Array(Buffer.concat([head, data]));
};

const named = (marker: number, name: string, data: Uint8Array): Uint8Array =>
  jpegSegment(marker, Buffer.concat([Buffer.from(name, 'latin1'), data]));

export const jpegExif = (exif: Uint8Array): Uint8Array => named(0xe1, 'Exif\0\0', exif);
export const jpegXmp = (packet: string): Uint8Array => named(0xe1, 'http://ns.adobe.com/xap/1.0/\0', Buffer.from(packet, 'utf8'));
export const jpegComment = (text: string): Uint8Array => jpegSegment(0xfe, Buffer.from(text, 'utf8'));

/** The APP11 segments of a C2PA store, cut into pieces of `pieceBytes`, each repeating the header of its box. */
export const jpegJumbf = (store: Uint8Array, pieceBytes = 60_000): Uint8Array[] => {
  const pieces: Uint8Array[] = [];
  for (let at = 8; at < store.length; at += pieceBytes) {
    const head = Buffer.from('JP\0\x01\0\0\0\0', 'latin1');
    head.writeUInt32BE(pieces.length + 1, 4);
    pieces.push(jpegSegment(0xeb, Buffer.concat([head, store.subarray(0, 8), store.subarray(at, at + pieceBytes)])));
  }
  return pieces;
};

/** The frame of a JPEG: segments, size, the start of a scan. A reader of segments needs no pixels. */
export const writeJpeg = (segments: readonly Uint8Array[] = [], width = 16, height = 8): Uint8Array => {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  const scan = jpegSegment(0xda, Buffer.from([1, 1, 0, 0, 63, 0]));
  return new Uint8Array(
    Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments, jpegSegment(0xc0, frame), scan, Buffer.from([0, 0xff, 0xd9])]),
  );
};

/** An existing JPEG with segments put at its beginning. */
export const withJpegSegments = (jpeg: Uint8Array, segments: readonly Uint8Array[]): Uint8Array =>
  new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]));
