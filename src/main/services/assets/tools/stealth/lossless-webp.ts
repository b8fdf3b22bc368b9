import { ascii, u32 } from '../../containers/bytes';
import type { ByteSource } from '../../containers/byte-source';
import { readFully } from '../../containers/byte-source';

const MOST_CHUNKS = 16;

/** Whether a WebP holds a lossless still picture, whose pixels are what was written. Source: RFC 9649, section 2. */
export const isLosslessWebp = async (source: ByteSource): Promise<boolean> => {
  let offset = 12;
  for (let chunks = 0; chunks < MOST_CHUNKS; chunks++) {
    const head = await readFully(source, offset, 8);
    if (head === null) return false;
    const name = ascii(head, 0, 4);
    if (name === 'VP8L') return true;
    if (name === 'VP8 ' || name === 'ANIM') return false;
    const length = u32(head, 4, true);
    offset += 8 + length + (length & 1);
  }
  return false;
};
