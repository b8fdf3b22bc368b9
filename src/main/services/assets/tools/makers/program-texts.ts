import type { Clues } from '../clues';

/** Where a program names itself. The keys are those of PNG, MP4 and Matroska. */
const KEYS = ['Software', 'software', '©too', '©swr', 'com.apple.quicktime.software', 'Creator', 'generator', 'Generator'];
const XMP = ['xmp:CreatorTool', 'tiff:Software', 'photoshop:Credit', 'Iptc4xmpExt:AISystemUsed'];

/** Fields in which programs name themselves, with the place of each; short ones only, for a name is short. */
export const programTexts = (clues: Clues): { key: string; text: string }[] => {
  const found = [
    ...['Software', 'Make', 'ProcessingSoftware'].map((name) => ({ key: `exif:${name}`, text: clues.exif(name) })),
    ...XMP.map((name) => ({ key: `xmp:${name}`, text: clues.xmp(name) })),
    ...KEYS.map((key) => ({ key, text: clues.keyed(key)?.text ?? null })),
  ];
  return found.flatMap(({ key, text }) => (text !== null && text.length <= 200 ? [{ key, text: text.trim() }] : []));
};
