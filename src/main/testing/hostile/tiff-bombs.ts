import type { HostileFile } from './hostile-file';
import { zeroStream } from './zero-stream';

type Entry = readonly [tag: number, type: 3 | 4, count: number, value: number];

/** A TIFF of one directory; the next directory's place may be its own. `data` lies behind it, at {@link dataAt}. */
function tiff(entries: readonly Entry[], next: number, data: Uint8Array = new Uint8Array()): Uint8Array {
  const directory = Buffer.alloc(2 + entries.length * 12 + 4);
  directory.writeUInt16LE(entries.length, 0);
  entries.forEach(([tag, type, count, value], i) => {
    directory.writeUInt16LE(tag, 2 + i * 12);
    directory.writeUInt16LE(type, 4 + i * 12);
    directory.writeUInt32LE(count, 6 + i * 12);
    if (type === 3 && count === 1) directory.writeUInt16LE(value, 10 + i * 12);
    else directory.writeUInt32LE(value, 10 + i * 12);
  });
  directory.writeUInt32LE(next, directory.length - 4);
  return new Uint8Array(Buffer.concat([Buffer.from('II*\0\x08\0\0\0', 'latin1'), directory, data]));
}

const dataAt = (entries: number) => 8 + 2 + entries * 12 + 4;

const grey = (width: number, height: number, compression: number, bytes: number): Entry[] => [
  [0x100, 4, 1, width], [0x101, 4, 1, height], [0x102, 3, 1, 8], [0x103, 3, 1, compression], [0x106, 3, 1, 1],
  [0x111, 4, 1, dataAt(9)], [0x115, 3, 1, 1], [0x116, 4, 1, height], [0x117, 4, 1, bytes],
];

/** TIFFs that lead round in circles or claim what is not there. */
export function tiffBombs(): HostileFile[] {
  const pixels = Buffer.alloc(64 * 64, 90);
  const bomb = zeroStream(200_000_000);
  return [
    { name: 'directory that follows itself.tif', bytes: tiff(grey(64, 64, 1, 4_096), 8, pixels), ends: 'either' },
    { name: 'exif directory that is its own.tif', bytes: tiff([...grey(64, 64, 1, 4_096).slice(0, 8), [0x8769, 4, 1, 8]], 8, pixels), ends: 'either' },
    { name: 'sub-directories that loop.tif', bytes: tiff([...grey(64, 64, 1, 4_096).slice(0, 8), [0x14a, 4, 1, 8]], 0, pixels), ends: 'either' },
    { name: 'claims 16 exapixels.tif', bytes: tiff(grey(0xffff_ffff, 0xffff_ffff, 1, 4_096), 0, pixels), ends: 'either' },
    { name: 'claims 16000 by 16000.tif', bytes: tiff(grey(16_000, 16_000, 1, 256_000_000), 0, pixels), ends: 'set_aside' },
    { name: 'strip that unfolds to 200 megabytes.tif', bytes: tiff(grey(64, 64, 8, bomb.length), 0, bomb), ends: 'either' },
    { name: 'four billion strips.tif', bytes: tiff(grey(64, 64, 1, 4_096).map((entry) => (entry[0] === 0x111 ? [0x111, 4, 0xffff_ffff, 8] as const : entry)), 0, pixels), ends: 'set_aside' },
    { name: '65535 entries.tif', bytes: tiff(Array.from({ length: 65_535 }, (_, i) => [i, 4, 1, i] as const), 8), ends: 'either' },
  ];
}
