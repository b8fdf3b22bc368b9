import type { Findings } from './findings';
import { warn } from './findings';
import { readExif } from './exif';
import { readPhotoshopResources } from './iptc';
import { decodeText } from './text-decoding';
import { readXmp } from './xmp';

/**
 * The way in which ImageMagick carried EXIF, XMP and IPTC in PNG before there were chunks for them: a text `Raw profile type exif`
 * that holds the profile's name, its length and its bytes in hexadecimal, on lines.
 */
export const readRawProfile = async (key: string, text: string, findings: Findings): Promise<void> => {
  const head = /^\s*\w+\s+\d+\s/.exec(text.slice(0, 100))?.[0] ?? '';
  const bytes = new Uint8Array(Buffer.from(text.slice(head.length).replace(/\s+/g, ''), 'hex'));
  if (head === '' || bytes.length === 0) {
    warn(findings, `unreadable metadata: “${key.slice(0, 79)}” is not written as a profile is.`);
    return;
  }
  const kind = key.slice('Raw profile type '.length).toLowerCase();
  const isXmp = decodeText(bytes.subarray(0, 40)).startsWith('http://ns.adobe.com/xap/1.0/');
  if (kind === 'xmp' || isXmp) readXmp(decodeText(isXmp ? bytes.subarray(29) : bytes), findings);
  else if (kind === 'exif' || kind === 'app1') await readExif(bytes, findings);
  else if (kind === 'iptc' || kind === '8bim') readPhotoshopResources(bytes, findings);
};
