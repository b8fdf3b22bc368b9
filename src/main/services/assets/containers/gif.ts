import { u8, u16 } from './bytes';
import { readFully } from './byte-source';
import type { ReadContainer } from './findings';
import { addText, setSize } from './findings';
import { decodeText } from './text-decoding';

/** Sub-blocks are 255 bytes at most, so this looks at the first 4 MiB or so; comments stand near the start. */
const MOST_BLOCKS = 16_384;

const tableBytes = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));

/** Reads the size and the comments of a GIF. Source: GIF89a specification (CompuServe, 1990). */
export const readGif: ReadContainer = async (source, findings) => {
  const head = await readFully(source, 0, 13);
  if (head === null) return;
  setSize(findings, u16(head, 6, true), u16(head, 8, true));
  let offset = 13 + tableBytes(u8(head, 10));
  let comment: Uint8Array[] | null = null;
  for (let blocks = 0; blocks < MOST_BLOCKS; blocks++) {
    const start = await readFully(source, offset, 1);
    if (start === null) return;
    const kind = u8(start, 0);
    if (kind === 0x2c) {
      const image = await readFully(source, offset, 11);
      if (image === null) return;
      offset += 10 + tableBytes(u8(image, 9)) + 1;
    } else if (kind === 0x21) {
      const label = await readFully(source, offset + 1, 1);
      if (label === null) return;
      comment = u8(label, 0) === 0xfe ? [] : null;
      offset += 2;
    } else return;
    for (; blocks < MOST_BLOCKS; blocks++) {
      const size = await readFully(source, offset, 1);
      if (size === null) return;
      const length = u8(size, 0);
      if (length === 0) break;
      const bytes = comment === null ? null : await readFully(source, offset + 1, length);
      if (bytes !== null) comment?.push(bytes);
      offset += 1 + length;
    }
    offset += 1;
    if (comment !== null) addText(findings, 'gif', 'comment', decodeText(new Uint8Array(Buffer.concat(comment))));
    comment = null;
  }
};
