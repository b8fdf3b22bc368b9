import { deflateSync } from 'node:zlib';
import { pngChunk, pngSignature } from './pictures.mjs';

const header = Buffer.alloc(13);
header.writeUInt32BE(8, 0);
header.writeUInt32BE(8, 4);
header[8] = 8;
const start = Buffer.concat([pngSignature, pngChunk('IHDR', header)]);
const end = Buffer.concat([pngChunk('IDAT', deflateSync(Buffer.alloc(72))), pngChunk('IEND', Buffer.alloc(0))]);

/** A whole PNG of about a hundred bytes, another for each number. Too small to be rated. */
export const smallPicture = (number) => Buffer.concat([start, pngChunk('tEXt', Buffer.from(`Comment\0${number}`, 'latin1')), end]);
