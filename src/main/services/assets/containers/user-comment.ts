import { ascii, u8 } from './bytes';
import { decodeText, decodeUtf16 } from './text-decoding';

/**
 * EXIF UserComment (0x9286): eight bytes that name the character code, then the text.
 *
 * For `UNICODE` the standard leaves the byte order open and tools differ: the A1111 family (piexif) writes big-endian whatever
 * the EXIF header says, SwarmUI writes little-endian. So the bytes decide: a byte order mark, else the side on which the zero
 * bytes of ASCII letters stand, else (no ASCII at all) the order of the EXIF block. Fooocus and ComfyUI's SaveImagePlus write
 * plain text without any prefix.
 * @param littleEndian byte order of the EXIF block
 */
export const decodeUserComment = (bytes: Uint8Array, littleEndian: boolean): string => {
  const text = bytes.subarray(8);
  switch (ascii(bytes, 0, 8)) {
    case 'UNICODE\0':
      return decodeUnicode(text, littleEndian);
    case 'ASCII\0\0\0':
    case 'JIS\0\0\0\0\0':
    case '\0\0\0\0\0\0\0\0':
      return decodeText(text);
    default:
      return decodeText(bytes);
  }
};

const decodeUnicode = (text: Uint8Array, blockIsLittleEndian: boolean): string => {
  const mark = ascii(text, 0, 2);
  if (mark === '\xff\xfe') return decodeUtf16(text.subarray(2), true);
  if (mark === '\xfe\xff') return decodeUtf16(text.subarray(2), false);
  let zerosFirst = 0;
  let zerosSecond = 0;
  for (let at = 0; at + 1 < Math.min(text.length, 4096); at += 2) {
    if (u8(text, at) === 0) zerosFirst++;
    if (u8(text, at + 1) === 0) zerosSecond++;
  }
  if (zerosFirst !== zerosSecond) return decodeUtf16(text, zerosSecond > zerosFirst);
  // Some programs say UNICODE and write UTF-8: then nearly every byte is a printable ASCII character.
  const looksLikeBytes = zerosFirst === 0 && text.subarray(0, 256).every((byte) => byte >= 9 && byte < 0x7f);
  return looksLikeBytes ? decodeText(text) : decodeUtf16(text, blockIsLittleEndian);
};
