import { windowed } from './byte-source';
import { describeDirectories } from './exif';
import type { ReadContainer } from './findings';
import { setSize, warn } from './findings';
import { limits } from './limits';
import type { TiffDirectory } from './tiff-structure';
import { readTiffDirectory, readTiffHeader, tiffNumber } from './tiff-structure';

const EXIF_POINTER = 0x8769;
const COLOURS = new Map([[0, 'gray'], [1, 'gray'], [2, 'rgb'], [3, 'indexed'], [5, 'cmyk'], [6, 'ycbcr'], [8, 'lab']]);

/**
 * Reads a TIFF or BigTIFF: every directory of the chain, which are its pages, and the Exif directory of the first. A chain that leads
 * back to where it was ends there. Source: TIFF 6.0 sections 2 and 8; the tags are those of EXIF.
 */
export const readTiff: ReadContainer = async (whole, findings) => {
  const source = windowed(whole);
  const header = await readTiffHeader(source);
  if (header === null) {
    warn(findings, 'unreadable metadata: the TIFF has no header.');
    return;
  }
  const le = header.littleEndian;
  const pages: TiffDirectory[] = [];
  const seen = new Set<number>();
  for (let offset = header.first; offset !== 0; offset = pages.at(-1)?.next ?? 0) {
    if (seen.has(offset) || seen.size >= limits.tiffDirectories) {
      warn(findings, 'unreadable metadata: the directories of the TIFF lead in a circle, or are more than Alice reads.');
      break;
    }
    seen.add(offset);
    pages.push(await readTiffDirectory(source, header, offset, findings));
  }
  const [first] = pages;
  if (first === undefined) return;
  const pointer = tiffNumber(first, EXIF_POINTER, le);
  const exif = pointer === 0 || seen.has(pointer) ? [] : [await readTiffDirectory(source, header, pointer, findings)];
  describeDirectories([first, ...exif, ...pages.slice(1)], le, findings);
  setSize(findings, tiffNumber(first, 0x0100, le), tiffNumber(first, 0x0101, le));
  findings.facts.frames = pages.length;
  findings.facts.bit_depth = tiffNumber(first, 0x0102, le) || null;
  findings.facts.has_alpha = [1, 2].includes(tiffNumber(first, 0x0152, le));
  findings.facts.colour = COLOURS.get(tiffNumber(first, 0x0106, le)) ?? null;
};
