import { ascii, u16, u32 } from './bytes';
import type { ByteSource } from './byte-source';
import type { Findings } from './findings';
import { addText, readPayload } from './findings';
import { isoBoxes } from './iso-boxes';
import type { PlacedBox, WalkBudget } from './iso-walk';
import { placedBoxes } from './iso-walk';
import { limits } from './limits';
import { decodeText, decodeUtf16 } from './text-decoding';
import { readXmp } from './xmp';

const TAG_NAMES = new Map([['©cmt', 'comment'], ['©nam', 'title'], ['©too', 'encoder'], ['©des', 'description'], ['desc', 'description'], ['©swr', 'software']]);
const TEXT_TYPES = new Set([1, 4]);
const UTF16_TYPES = new Set([2, 5]);
const PICTURE_TYPES = new Set([13, 14]);

const tagKey = (type: string): string => TAG_NAMES.get(type) ?? type.replace('\xa9', '');

/** The user data of a movie: MP4's tags, QuickTime's own texts, XMP. */
export const readUserData = async (source: ByteSource, udta: PlacedBox, findings: Findings, budget: WalkBudget): Promise<void> => {
  for await (const box of placedBoxes(source, udta, findings, budget)) {
    if (box.type === 'meta') await readTags(source, box, findings, budget);
    else if (box.type === 'XMP_') {
      const packet = await readPayload(source, findings, { name: 'the XMP of the video', ...box, limit: limits.block });
      if (packet !== null) readXmp(decodeText(packet), findings);
    } else if (box.type.startsWith('\xa9') && box.length > 4) {
      // Length and language, two bytes each, then the text; further languages follow and say the same.
      const text = await readPayload(source, findings, { name: `the tag ${box.type}`, ...box, limit: limits.text });
      if (text !== null) addText(findings, 'mp4', tagKey(box.type), decodeText(text.subarray(4, 4 + (u16(text, 0) || text.length))));
    } else if (box.length === 0 && box.type === '\0\0\0\0') return;
  }
};

/** `keys` numbers the names, `ilst` holds the values; without keys the four letters are the name. */
export const readTags = async (source: ByteSource, meta: PlacedBox, findings: Findings, budget: WalkBudget): Promise<void> => {
  // QuickTime's meta has no version field in front, MP4's has.
  const isPlain = ascii(await source.read(meta.offset, 8), 4, 4) === 'hdlr';
  const inside = isPlain ? meta : { offset: meta.offset + 4, length: meta.length - 4 };
  const names: string[] = [];
  for await (const box of placedBoxes(source, inside, findings, budget)) {
    if (box.type === 'keys') {
      const keys = await readPayload(source, findings, { name: 'the list of tag names', ...box, limit: limits.block });
      for (const key of isoBoxes(keys?.subarray(8) ?? new Uint8Array(0))) names.push(decodeText(key.body).slice(0, 200));
    } else if (box.type === 'ilst') {
      for await (const item of placedBoxes(source, box, findings, budget)) await readTag(source, item, findings, budget, names);
    }
  }
};

const readTag = async (
  source: ByteSource,
  item: PlacedBox,
  findings: Findings,
  budget: WalkBudget,
  names: readonly string[],
): Promise<void> => {
  const number = u32(Uint8Array.from(item.type, (letter) => letter.charCodeAt(0)), 0);
  let name = names[number - 1] ?? tagKey(item.type);
  for await (const box of placedBoxes(source, item, findings, budget)) {
    if (box.type === 'name') {
      const free = await readPayload(source, findings, { name: 'the name of a tag', ...box, limit: 1024 });
      if (free !== null) name = decodeText(free.subarray(4));
    }
    if (box.type !== 'data' || box.length <= 8) continue;
    const kind = u32(await source.read(box.offset, 8), 0);
    const value = { offset: box.offset + 8, length: box.length - 8 };
    if (PICTURE_TYPES.has(kind)) findings.cover ??= value;
    if (!TEXT_TYPES.has(kind) && !UTF16_TYPES.has(kind)) continue;
    const bytes = await readPayload(source, findings, { name: `the tag “${name}”`, ...value, limit: limits.text });
    if (bytes === null) continue;
    const text = UTF16_TYPES.has(kind) ? decodeUtf16(bytes, false) : decodeText(bytes);
    addText(findings, 'mp4', name.replace(/^com\.apple\.quicktime\./, ''), text);
  }
};
