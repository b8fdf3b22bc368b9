import { crc32, deflateSync } from 'node:zlib';
import { seededRandom } from '../../lib/seeded-random.mjs';

/** A chunk of a PNG, with its length and checksum. */
export const pngChunk = (type, data) => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(data.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
};

/** What stands before the first chunk. */
export const pngSignature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** A small gray picture of noise, another for each number; large enough to be rated. */
export const noisyPicture = (number, side = 64) => {
  const random = seededRandom(number + 1);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 8;
  const rows = Buffer.alloc((side + 1) * side);
  for (let i = 0; i < rows.length; i += 1) rows[i] = i % (side + 1) === 0 ? 0 : Math.floor(random() * 256);
  const text = Buffer.from(`Comment\0${number}`, 'latin1');
  const chunks = [pngChunk('IHDR', header), pngChunk('tEXt', text), pngChunk('IDAT', deflateSync(rows)), pngChunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([pngSignature, ...chunks]);
};
