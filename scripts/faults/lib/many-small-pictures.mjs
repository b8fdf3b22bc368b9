import { crc32, deflateSync } from 'node:zlib';

const chunk = (type, data) => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(data.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
};

const header = Buffer.alloc(13);
header.writeUInt32BE(8, 0);
header.writeUInt32BE(8, 4);
header[8] = 8;
const start = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header)]);
const end = Buffer.concat([chunk('IDAT', deflateSync(Buffer.alloc(72))), chunk('IEND', Buffer.alloc(0))]);

/** A whole PNG of about a hundred bytes, another for each number. Too small to be rated. */
export const smallPicture = (number) => Buffer.concat([start, chunk('tEXt', Buffer.from(`Comment\0${number}`, 'latin1')), end]);
