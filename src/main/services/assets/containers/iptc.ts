import { startsWith, u16, u32, u8 } from './bytes';
import type { Findings } from './findings';
import { addText, warn } from './findings';
import { limits } from './limits';
import { decodeText } from './text-decoding';

/** Datasets of record 2 that say who and what. Google's tools write "Made with Google AI" as credit. */
const NAMES = new Map([
  [5, 'Title'],
  [25, 'Keywords'],
  [40, 'Instructions'],
  [65, 'Program'],
  [70, 'ProgramVersion'],
  [80, 'Author'],
  [105, 'Headline'],
  [110, 'Credit'],
  [115, 'Source'],
  [116, 'Copyright'],
  [120, 'Caption'],
]);
const DATE_CREATED = 55;

/** The IPTC record of a file: texts, repeated ones joined by a comma, and the day. Source: IPTC IIM 4.2, chapter 1 and record 2. */
export const readIptc = (block: Uint8Array, findings: Findings): void => {
  const texts = new Map<string, string[]>();
  let at = 0;
  for (let parts = 0; parts < limits.parts && u8(block, at) === 0x1c; parts++) {
    const length = u16(block, at + 3);
    // The highest bit says that the length is written elsewhere, which no text of use needs.
    if (length > 0x7fff || at + 5 + length > block.length) {
      warn(findings, 'unreadable metadata: the IPTC record ends in the middle of a text.');
      break;
    }
    const text = decodeText(block.subarray(at + 5, at + 5 + length));
    const name = u8(block, at + 1) === 2 ? NAMES.get(u8(block, at + 2)) : undefined;
    if (name !== undefined) texts.set(name, [...(texts.get(name) ?? []).slice(0, 100), text]);
    else if (u8(block, at + 1) === 2 && u8(block, at + 2) === DATE_CREATED) {
      findings.dates.push({ from: 'iptc', text: text.replace(/^(\d{4})(\d\d)(\d\d).*$/, '$1-$2-$3') });
    }
    at += 5 + length;
  }
  for (const [name, all] of texts) addText(findings, 'iptc', name, all.join(', '));
};

/** The IPTC record inside Photoshop's image resources. Source: Adobe Photoshop File Formats, "Image Resource Blocks". */
export const readPhotoshopResources = (block: Uint8Array, findings: Findings): void => {
  let at = 0;
  for (let parts = 0; parts < limits.parts && startsWith(block, '8BIM', at); parts++) {
    const nameBytes = (u8(block, at + 6) + 2) & ~1;
    const size = u32(block, at + 6 + nameBytes);
    const data = at + 10 + nameBytes;
    if (u16(block, at + 4) === 0x0404) readIptc(block.subarray(data, data + size), findings);
    at = data + size + (size & 1);
  }
};
