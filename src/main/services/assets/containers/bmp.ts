import { u16, u32 } from './bytes';
import { readFully } from './byte-source';
import type { ReadContainer } from './findings';
import { setSize } from './findings';

const signed = (n: number): number => (n > 0x7fff_ffff ? n - 0x1_0000_0000 : n);

/** BMP: the size in a BITMAPINFOHEADER or later; a negative height means top-down rows. */
export const readBmp: ReadContainer = async (source, findings) => {
  const head = await readFully(source, 0, 30);
  if (head === null) return;
  setSize(findings, signed(u32(head, 18, true)), Math.abs(signed(u32(head, 22, true))));
  const bits = u16(head, 28, true);
  findings.facts.colour = bits <= 8 ? 'indexed' : 'rgb';
  findings.facts.bit_depth = bits === 24 || bits === 32 ? 8 : null;
};
