import { u32 } from './bytes';
import { readFully, windowed } from './byte-source';
import { readTiffDirectories } from './exif';
import type { ReadContainer } from './findings';
import { setSize } from './findings';

const signed = (n: number): number => (n > 0x7fff_ffff ? n - 0x1_0000_0000 : n);

/** BMP: the size in a BITMAPINFOHEADER or later; a negative height means top-down rows. */
export const readBmp: ReadContainer = async (source, findings) => {
  const head = await readFully(source, 0, 26);
  if (head !== null) setSize(findings, signed(u32(head, 18, true)), Math.abs(signed(u32(head, 22, true))));
};

/** AVI: the size in the main header, which is the first chunk of the first list. */
export const readAvi: ReadContainer = async (source, findings) => {
  const head = await readFully(source, 0, 72);
  if (head !== null) setSize(findings, u32(head, 64, true), u32(head, 68, true));
};

/** TIFF is the structure that EXIF borrows, so the same reader serves. */
export const readTiff: ReadContainer = (source, findings) => readTiffDirectories(windowed(source), findings, true);
