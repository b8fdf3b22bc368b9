import { startsWith, u32 } from './bytes';
import { memorySource } from './byte-source';
import type { Findings } from './findings';
import { addText, warn } from './findings';
import { readIptc } from './iptc';
import { decodeText, decodeUtf16 } from './text-decoding';
import type { TiffDirectory, TiffEntry } from './tiff-structure';
import { readTiffDirectory, readTiffHeader, tiffNumber } from './tiff-structure';
import { decodeUserComment } from './user-comment';
import { readXmp } from './xmp';

/** Names of the text fields that matter here; others are kept under their number (ComfyUI's WebP counts down from 0x0110). */
const TEXT_TAGS = new Map([
  [0x010d, 'DocumentName'],
  [0x010e, 'ImageDescription'],
  [0x010f, 'Make'],
  [0x0110, 'Model'],
  [0x0131, 'Software'],
  [0x013b, 'Artist'],
  [0x8298, 'Copyright'],
  [0x927c, 'MakerNote'],
  [0xa433, 'LensMake'],
  [0xa434, 'LensModel'],
]);
/** What a camera measures: signs that light fell through a lens. */
const RATIONAL_TAGS = new Map([[0x829a, 'ExposureTime'], [0x829d, 'FNumber'], [0x920a, 'FocalLength']]);
const DATE_TAGS = [0x9003, 0x9004, 0x0132];
const WINDOWS_TEXT_TAGS = new Map([[0x9c9b, 'XPTitle'], [0x9c9c, 'XPComment'], [0x9c9d, 'XPAuthor'], [0x9c9e, 'XPKeywords'], [0x9c9f, 'XPSubject']]);
const EXIF_POINTER = 0x8769;
const XMP_PACKET = 0x02bc;
const IPTC_BLOCK = 0x83bb;

/**
 * An EXIF block, with or without its `Exif NUL NUL` in front: the first directory and its Exif directory.
 * Those of GPS, thumbnail and maker notes are not entered. Source: Exif 3.0 (CIPA DC-008) section 4.6.
 */
export const readExif = async (block: Uint8Array, findings: Findings): Promise<void> => {
  const source = memorySource(startsWith(block, 'Exif\0\0') ? block.subarray(6) : block);
  const header = await readTiffHeader(source);
  if (header === null) {
    warn(findings, 'unreadable metadata: the EXIF block has no header.');
    return;
  }
  const first = await readTiffDirectory(source, header, header.first, findings);
  const pointer = tiffNumber(first, EXIF_POINTER, header.littleEndian);
  const exif = pointer === 0 ? null : await readTiffDirectory(source, header, pointer, findings);
  describeDirectories(exif === null ? [first] : [first, exif], header.littleEndian, findings);
};

/** Texts, dates and orientation of directories that describe one picture. */
export const describeDirectories = (directories: readonly TiffDirectory[], le: boolean, findings: Findings): void => {
  const entries = directories.flatMap((directory) => directory.entries);
  for (const entry of entries) readTextEntry(entry, le, findings);
  for (const tag of DATE_TAGS) {
    const date = entries.find((entry) => entry.tag === tag);
    if (date !== undefined) findings.dates.push({ from: 'exif', text: decodeText(date.bytes) });
  }
  const [first] = directories;
  const orientation = first === undefined ? 0 : tiffNumber(first, 0x0112, le);
  if (orientation >= 1 && orientation <= 8) findings.orientation = orientation;
};

const readTextEntry = ({ tag, type, bytes }: TiffEntry, le: boolean, findings: Findings): void => {
  const windowsName = WINDOWS_TEXT_TAGS.get(tag);
  const measure = RATIONAL_TAGS.get(tag);
  if (tag === 0x9286) addText(findings, 'exif', 'UserComment', decodeUserComment(bytes, le));
  else if (windowsName !== undefined) addText(findings, 'exif', windowsName, decodeUtf16(bytes, true));
  else if (tag === XMP_PACKET) readXmp(decodeText(bytes), findings);
  else if (tag === IPTC_BLOCK) readIptc(bytes, findings);
  else if (measure !== undefined && bytes.length >= 8) addText(findings, 'exif', measure, fraction(u32(bytes, 0, le), u32(bytes, 4, le)));
  else if (DATE_TAGS.includes(tag)) return;
  else if (type === 2 || type === 129) {
    const name = TEXT_TAGS.get(tag) ?? `0x${tag.toString(16).padStart(4, '0')}`;
    addText(findings, 'exif', name, decodeText(bytes));
  }
};

/** `1/125`, `2.8`, nothing for what is not a number. */
const fraction = (over: number, under: number): string => {
  if (under === 0) return '';
  return over < under ? `${over}/${under}` : String(Math.round((over / under) * 100) / 100);
};
