import { pngChunk, pngText, writePng } from '../../services/assets/testing/write-png';
import type { HostileFile } from './hostile-file';
import { zeroStream } from './zero-stream';

interface PngShape {
  readonly width: number;
  readonly height: number;
  readonly depth?: 8 | 16;
  /** 0 grey, 2 RGB, 6 RGBA. */
  readonly colour?: 0 | 2 | 6;
  readonly interlaced?: boolean;
}

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const end = pngChunk('IEND', new Uint8Array());

function header({ width, height, depth = 8, colour = 0, interlaced = false }: PngShape): Uint8Array {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([depth, colour, 0, 0, interlaced ? 1 : 0], 8);
  return pngChunk('IHDR', data);
}

const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat([signature, ...parts, end]));

/** A black picture of any size in a file of a thousandth of it. */
export function blackPng(shape: PngShape): Uint8Array {
  const { width, height, depth = 8, colour = 0, interlaced = false } = shape;
  const pixelBytes = (depth / 8) * { 0: 1, 2: 3, 6: 4 }[colour];
  // Adam7 writes the rows in seven passes: a few filter bytes more, all of them zero.
  const passes = interlaced ? [[8, 8], [8, 8], [4, 8], [4, 4], [2, 4], [2, 2], [1, 2]] as const : [[1, 1]] as const;
  const starts = interlaced ? [[0, 0], [4, 0], [0, 4], [2, 0], [0, 2], [1, 0], [0, 1]] as const : [[0, 0]] as const;
  const bytes = passes.reduce((sum, [dx, dy], i) => {
    const [x, y] = starts[i] ?? [0, 0];
    const [columns, rows] = [Math.ceil((width - x) / dx), Math.ceil((height - y) / dy)];
    return columns <= 0 || rows <= 0 ? sum : sum + rows * (columns * pixelBytes + 1);
  }, 0);
  return joined(header(shape), pngChunk('IDAT', zeroStream(bytes)));
}

const compressedText = (bytes: number, i = 0) => pngChunk('zTXt', Buffer.concat([Buffer.from(`Comment${i}\0\0`), zeroStream(bytes)]));
const compressedUtf8 = (key: string, bytes: number) => pngChunk('iTXt', Buffer.concat([Buffer.from(`${key}\0\x01\0\0\0`), zeroStream(bytes)]));

function animatedPng(frames: number): Uint8Array {
  const control = Buffer.alloc(8);
  control.writeUInt32BE(frames, 0);
  const frame = Buffer.alloc(26);
  frame.writeUInt32BE(1, 4);
  frame.writeUInt32BE(1, 8);
  const data = Buffer.concat([Buffer.alloc(4), zeroStream(2)]);
  const one = Buffer.concat([pngChunk('fcTL', frame), pngChunk('fdAT', data)]);
  return writePng({ before: [pngChunk('acTL', control)], after: [Buffer.concat(Array.from({ length: frames }, () => one))] });
}

const deep = (levels: number) => `${'{"inputs":'.repeat(levels)}1${'}'.repeat(levels)}`;

/** PNGs that cost more than they weigh. The slow ones take seconds to decode and are for long runs. */
export function pngBombs({ slow = false } = {}): HostileFile[] {
  const mb = 1024 * 1024;
  return [
    { name: 'claims 2.5 gigapixels.png', bytes: joined(header({ width: 50_000, height: 50_000 }), pngChunk('IDAT', zeroStream(190 * mb))), ends: 'set_aside' },
    { name: 'claims four billion by one.png', bytes: joined(header({ width: 0x7fff_ffff, height: 1 }), pngChunk('IDAT', zeroStream(64))), ends: 'set_aside' },
    { name: 'sixteen million by seven.png', bytes: blackPng({ width: 16_777_227, height: 7, depth: 16, colour: 6, interlaced: true }), ends: 'set_aside' },
    { name: 'no size at all.png', bytes: joined(header({ width: 0, height: 0 }), pngChunk('IDAT', zeroStream(64))), ends: 'set_aside' },
    { name: 'text of 100 megabytes.png', bytes: writePng({ before: [compressedText(100 * mb)] }), ends: 'either' },
    { name: 'forty texts of 100 megabytes.png', bytes: writePng({ before: Array.from({ length: 40 }, (_, i) => compressedText(100 * mb, i)) }), ends: 'either' },
    { name: 'workflow of 200 megabytes.png', bytes: writePng({ before: [compressedUtf8('workflow', 200 * mb), compressedUtf8('prompt', 200 * mb)] }), ends: 'either' },
    { name: 'colour profile of 300 megabytes.png', bytes: writePng({ before: [pngChunk('iCCP', Buffer.concat([Buffer.from('icc\0\0'), zeroStream(300 * mb)]))] }), ends: 'either' },
    { name: '100000 frames.png', bytes: animatedPng(100_000), ends: 'either' },
    { name: '100000 texts.png', bytes: writePng({ before: [Buffer.concat(Array.from({ length: 100_000 }, () => pngText('k', 'v')))] }), ends: 'either' },
    { name: 'workflow 100000 levels deep.png', bytes: writePng({ before: [pngText('prompt', deep(100_000)), pngText('workflow', '['.repeat(1_000_000))] }), ends: 'either' },
    { name: 'workflow of a prototype.png', bytes: writePng({ before: [pngText('prompt', '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}')] }), ends: 'filed' },
    { name: 'numbers without end.png', bytes: writePng({ before: [pngText('prompt', `{"3":{"class_type":"KSampler","inputs":{"seed":${'9'.repeat(100_000)},"steps":1e999,"cfg":-1e-999}}}`)] }), ends: 'either' },
    { name: 'chunk longer than the file.png', bytes: new Uint8Array(Buffer.concat([signature, header({ width: 9, height: 9 }), Buffer.from('7fffffff', 'hex'), Buffer.from('tEXtparameters\0x')])), ends: 'set_aside' },
    ...(slow
      ? ([
          { name: 'just under the limit.png', bytes: blackPng({ width: 16_000, height: 16_000 }), ends: 'filed' },
          { name: 'interlaced, two gigabytes to hold.png', bytes: blackPng({ width: 16_000, height: 16_000, depth: 16, colour: 6, interlaced: true }), ends: 'set_aside' },
        ] as const)
      : []),
  ];
}
