import { jpegComment, jpegExif, jpegSegment, withJpegSegments, writeJpeg } from '../../services/assets/testing/write-jpeg';
import type { HostileFile } from './hostile-file';

/** Overwrites height and width in the frame header of a real JPEG. */
export function withFrameSize(jpeg: Uint8Array, width: number, height: number): Uint8Array {
  const bytes = Buffer.from(jpeg);
  for (let at = 2; at + 9 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xc2) {
      bytes.writeUInt16BE(height, at + 5);
      bytes.writeUInt16BE(width, at + 7);
      return new Uint8Array(bytes);
    }
  }
  throw new Error('The JPEG has no frame header.');
}

/** The last scan of a progressive JPEG again and again: each costs a walk over all coefficients. */
export function withManyScans(progressive: Uint8Array, times: number): Uint8Array {
  const bytes = Buffer.from(progressive);
  const at = bytes.lastIndexOf(Buffer.from([0xff, 0xda]));
  const scan = bytes.subarray(at, bytes.length - 2);
  return new Uint8Array(Buffer.concat([bytes.subarray(0, at), ...Array.from({ length: times }, () => scan), bytes.subarray(-2)]));
}

/** A colour profile in 255 pieces of the greatest length: 16 MB of it. */
const profilePieces = Array.from({ length: 255 }, (_, i) =>
  jpegSegment(0xe2, Buffer.concat([Buffer.from('ICC_PROFILE\0', 'latin1'), Buffer.from([i + 1, 255]), Buffer.alloc(65_000, i)])));

/** Directories of EXIF that lead into each other for ever. */
export function loopingExif(): Uint8Array {
  const tiff = Buffer.alloc(26 + 12);
  tiff.write('MM\0*\0\0\0\x08', 'latin1');
  tiff.writeUInt16BE(2, 8);
  tiff.writeUInt16BE(0x8769, 10);
  tiff.writeUInt16BE(4, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt32BE(8, 18);
  tiff.writeUInt16BE(0x010e, 22);
  tiff.writeUInt16BE(2, 24);
  tiff.writeUInt32BE(0xffff_fff0, 26);
  tiff.writeUInt32BE(0xffff_fff0, 30);
  tiff.writeUInt32BE(8, 34);
  return new Uint8Array(tiff);
}

/** JPEGs whose headers lie. `base` is a small baseline JPEG and `progressive` a progressive one. */
export function jpegBombs(base: Uint8Array, progressive: Uint8Array): HostileFile[] {
  return [
    { name: 'claims four gigapixels.jpg', bytes: withFrameSize(base, 65_500, 65_500), ends: 'set_aside' },
    { name: 'claims 16000 by 16000.jpg', bytes: withFrameSize(base, 16_000, 16_000), ends: 'set_aside' },
    { name: 'progressive, claims 16000 by 16000.jpg', bytes: withFrameSize(progressive, 16_000, 16_000), ends: 'either' },
    { name: 'claims one pixel.jpg', bytes: withFrameSize(base, 1, 1), ends: 'either' },
    { name: 'claims no height.jpg', bytes: withFrameSize(base, 64, 0), ends: 'set_aside' },
    { name: '5000 scans.jpg', bytes: withManyScans(progressive, 5_000), ends: 'either' },
    { name: 'colour profile in 255 pieces.jpg', bytes: withJpegSegments(base, profilePieces), ends: 'either' },
    { name: 'exif that loops.jpg', bytes: withJpegSegments(base, [jpegExif(loopingExif())]), ends: 'filed' },
    { name: 'segment longer than the file.jpg', bytes: new Uint8Array(Buffer.from('ffd8ffe1ffff45786966', 'hex')), ends: 'set_aside' },
    { name: '50000 segments.jpg', bytes: withJpegSegments(base, [Buffer.concat(Array.from({ length: 50_000 }, () => jpegComment('x')))]), ends: 'either' },
    { name: 'fill bytes without end.jpg', bytes: new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(2_000_000, 0xff)])), ends: 'set_aside' },
    { name: 'only segments.jpg', bytes: writeJpeg([jpegComment('no pixels')]), ends: 'set_aside' },
  ];
}
