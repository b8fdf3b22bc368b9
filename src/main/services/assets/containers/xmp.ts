import type { Findings } from './findings';
import { addText } from './findings';

/** The dates of XMP, the moment of creation first. */
const DATES = ['exif:DateTimeOriginal', 'photoshop:DateCreated', 'xmp:CreateDate'];

/**
 * Keeps an XMP packet as text and takes its dates. XMP is RDF, but these properties are only ever written as an attribute or as
 * a plain element, so no XML is parsed and no entity is ever expanded.
 * @param key names the packet where it is not the file's own
 */
export const readXmp = (packet: string, findings: Findings, key = 'packet'): void => {
  addText(findings, 'xmp', key, packet);
  for (const name of DATES) {
    const value = xmpProperty(packet, name);
    if (value !== null) findings.dates.push({ from: 'xmp', text: value });
  }
};

/** The value of a simple property, at most 200 characters of it, or null. */
export const xmpProperty = (packet: string, name: string): string | null => {
  const at = packet.indexOf(name);
  if (at === -1) return null;
  const match = /^\s*(?:=\s*["']([^"'<]{0,200})|>([^<]{0,200}))/.exec(packet.slice(at + name.length, at + name.length + 300));
  return match?.[1] ?? match?.[2] ?? null;
};
