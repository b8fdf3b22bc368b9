import { startsWith, u16, u32 } from './bytes';
import type { ByteSource } from './byte-source';
import { memorySource, readFully } from './byte-source';
import type { Findings } from './findings';
import { addText, setSize, warn } from './findings';
import { limits } from './limits';
import { decodeText, decodeUtf16 } from './text-decoding';
import { decodeUserComment } from './user-comment';

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
]);
const DATE_TAGS = [0x9003, 0x9004, 0x0132];
const WINDOWS_TEXT_TAGS = new Map([[0x9c9b, 'XPTitle'], [0x9c9c, 'XPComment'], [0x9c9d, 'XPAuthor'], [0x9c9e, 'XPKeywords'], [0x9c9f, 'XPSubject']]);
const TYPE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];

/** An EXIF block, with or without its `Exif NUL NUL` in front. */
export const readExif = async (block: Uint8Array, findings: Findings): Promise<void> => {
  const tiff = startsWith(block, 'Exif\0\0') ? block.subarray(6) : block;
  await readTiffDirectories(memorySource(tiff), findings, false);
};

interface Entry {
  readonly tag: number;
  readonly type: number;
  readonly bytes: Uint8Array;
}

/**
 * Reads the first directory of a TIFF structure and its Exif directory: texts, dates, orientation and, on request, the size.
 * Other directories (GPS, thumbnail, maker notes) are not entered.
 * Source: TIFF 6.0 section 2; Exif 3.0 (CIPA DC-008) section 4.6.
 */
export const readTiffDirectories = async (source: ByteSource, findings: Findings, isTiffFile: boolean): Promise<void> => {
  const head = await readFully(source, 0, 8);
  const order = head === null ? '' : String.fromCharCode(head[0] ?? 0, head[1] ?? 0);
  if (head === null || (order !== 'II' && order !== 'MM')) {
    warn(findings, 'unreadable metadata: the EXIF block has no header.');
    return;
  }
  const le = order === 'II';
  const first = await readDirectory(source, u32(head, 4, le), le, findings);
  const pointer = first.find((entry) => entry.tag === 0x8769);
  const exif = pointer === undefined ? [] : await readDirectory(source, u32(pointer.bytes, 0, le), le, findings);
  const entries = [...first, ...exif];

  for (const entry of entries) readTextEntry(entry, le, findings);
  for (const tag of DATE_TAGS) {
    const date = entries.find((entry) => entry.tag === tag);
    if (date !== undefined) findings.dates.push({ from: 'exif', text: decodeText(date.bytes) });
  }
  const number = (tag: number): number => {
    const entry = first.find((e) => e.tag === tag);
    if (entry === undefined) return 0;
    return entry.type === 3 ? u16(entry.bytes, 0, le) : u32(entry.bytes, 0, le);
  };
  const orientation = number(0x0112);
  if (orientation >= 1 && orientation <= 8) findings.orientation = orientation;
  if (isTiffFile) setSize(findings, number(0x0100), number(0x0101));
};

const readDirectory = async (source: ByteSource, offset: number, le: boolean, findings: Findings): Promise<Entry[]> => {
  const counted = await readFully(source, offset, 2);
  const count = Math.min(counted === null ? 0 : u16(counted, 0, le), limits.exifEntries);
  const table = await readFully(source, offset + 2, count * 12);
  if (counted === null || table === null) {
    warn(findings, 'unreadable metadata: an EXIF directory lies outside the file.');
    return [];
  }
  const entries: Entry[] = [];
  for (let at = 0; at < table.length; at += 12) {
    const type = u16(table, at + 2, le);
    const length = (TYPE_BYTES[type] ?? 1) * u32(table, at + 4, le);
    const isInline = length <= 4;
    if (!isInline && (length > limits.block || length > findings.textBudget)) {
      warn(findings, 'unreadable metadata: an EXIF value is larger than Alice reads.');
      continue;
    }
    if (!isInline) findings.textBudget -= length;
    const bytes = isInline ? table.subarray(at + 8, at + 8 + length) : await readFully(source, u32(table, at + 8, le), length);
    if (bytes === null) warn(findings, 'unreadable metadata: an EXIF value lies outside the file.');
    else entries.push({ tag: u16(table, at, le), type, bytes });
  }
  return entries;
};

const readTextEntry = ({ tag, type, bytes }: Entry, le: boolean, findings: Findings): void => {
  const windowsName = WINDOWS_TEXT_TAGS.get(tag);
  if (tag === 0x9286) addText(findings, 'exif', 'UserComment', decodeUserComment(bytes, le));
  else if (windowsName !== undefined) addText(findings, 'exif', windowsName, decodeUtf16(bytes, true));
  else if (DATE_TAGS.includes(tag)) return;
  else if (type === 2 || type === 129) {
    const name = TEXT_TAGS.get(tag) ?? `0x${tag.toString(16).padStart(4, '0')}`;
    addText(findings, 'exif', name, decodeText(bytes));
  }
};
