import type { Evidence, EvidenceKind } from '@shared/library/provenance';
import type { C2paClaims } from '../containers/c2pa-claims';
import type { FoundText } from '../containers/findings';
import type { JsonObject, JsonValue } from '../containers/lossless-json';
import { isObject, parseLossless } from '../containers/lossless-json';
import { xmpText, xmpTextOfAny } from './xmp-values';

/** A text for the readers: one of the file, one hidden in its pixels, or one that lies beside it. */
export type ToolText = FoundText | { readonly place: 'stealth' | 'beside'; readonly key: string; readonly text: string };

/** One text of the file, with the JSON inside it when there is any. */
export interface Clue {
  /** Where it stood, as shown to people: `parameters`, `exif:UserComment`, `exif:UserComment › workflow`. */
  readonly label: string;
  readonly text: string;
  /** The text as JSON, parsed at most once; undefined when it is not JSON. */
  readonly json: () => JsonValue | undefined;
}

/** Everything a tool may look at. A tool never searches prompts for names: "in the style of midjourney" is a prompt. */
export interface Clues {
  /**
   * The value under a key that a generator chose: a PNG keyword, a video tag, or the same key where a converter folded the
   * chunks into one JSON (UserComment, JPEG comment) or wrote `key:{…}` into an EXIF field. Keys are compared exactly,
   * those of EXIF and video tags in lower case too.
   */
  readonly keyed: (key: string) => Clue | null;
  /** Texts without a key of their own: UserComment, comments of JPEG, GIF and video, other EXIF texts, XMP. */
  readonly free: readonly Clue[];
  /** The JSON objects among all texts, keyed ones first. */
  readonly objects: () => readonly { readonly clue: Clue; readonly object: JsonObject }[];
  readonly c2pa: C2paClaims | null;
  readonly fileName: string;
  /** The text of an EXIF field by its name (`Make`, `Software`). */
  readonly exif: (name: string) => string | null;
  /** The text of an XMP property by its usual name (`xmp:CreatorTool`). */
  readonly xmp: (name: string) => string | null;
  /** Files that lie beside the picture and belong to it; keys are their names. */
  readonly beside: readonly ToolText[];
  /** Every key under which something stands, for rules that a person writes. */
  readonly keys: () => readonly { readonly key: string; readonly clue: Clue }[];
  /** Labels of texts that begin like JSON and are not, or are too large or nested too deeply. */
  readonly broken: () => readonly string[];
}

const KEYED_PLACES = new Set(['png', 'mp4', 'matroska']);
/** Properties of XMP in which generators keep what others keep in EXIF. */
const TEXTS_IN_XMP = ['exif:UserComment', 'dc:description', 'tiff:ImageDescription'];
const KEYS_IN_XMP = ['prompt', 'workflow', 'parameters', 'imagemetahub_data'];
const KEY_IN_TEXT = /^\s*([A-Za-z][\w-]{0,40})\s*:\s*(?=[{[])/;

/** Where a text stood, as shown to people. PNG keywords stand alone. */
export const labelOf = ({ place, key }: Pick<ToolText, 'place' | 'key'>): string => (place === 'png' ? key : `${place}:${key}`);

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
};

const textClue = (label: string, text: string): Clue => ({ label, text, json: once(() => parseIfJson(text)) });

const valueClue = (label: string, value: JsonValue): Clue => {
  if (typeof value === 'string') return textClue(label, value);
  const text = once(() => JSON.stringify(value));
  return {
    label,
    get text() {
      return text();
    },
    json: () => value,
  };
};

const parseIfJson = (text: string): JsonValue | undefined => {
  const start = text.trimStart()[0];
  return start === '{' || start === '[' ? parseLossless(text) : undefined;
};

export const buildClues = (texts: readonly ToolText[], { c2pa, fileName }: Pick<Clues, 'c2pa' | 'fileName'>): Clues => {
  const keyed = new Map<string, Clue>();
  const folded = new Map<string, Clue>();
  const free: Clue[] = [];
  const packets: string[] = [];
  const keep = (map: Map<string, Clue>, key: string, clue: Clue) => {
    if (!map.has(key)) map.set(key, clue);
  };

  const addFree = (clue: Clue) => {
    free.push(clue);
    const value = clue.json();
    if (!isObject(value)) return;
    for (const [key, inner] of Object.entries(value).slice(0, 200)) keep(folded, key, valueClue(`${clue.label} › ${key}`, inner));
  };

  for (const found of texts) {
    const label = labelOf(found);
    const clue = textClue(label, found.text);
    const isComment = found.key.toLowerCase() === 'comment' && found.place !== 'png';
    if (KEYED_PLACES.has(found.place) && !isComment) {
      keep(keyed, found.key, clue);
      if (found.place !== 'png') keep(keyed, found.key.toLowerCase(), clue);
      continue;
    }
    // A page beside the picture tells of many pictures: only who knows its form may read it.
    if (found.place === 'beside' && /\.html?$/i.test(found.key)) continue;
    addFree(clue);
    const prefix = found.place === 'exif' ? KEY_IN_TEXT.exec(found.text) : null;
    if (prefix !== null) {
      const key = prefix[1] ?? '';
      keep(folded, key.toLowerCase(), textClue(`${label} › ${key}`, found.text.slice(prefix[0].length)));
    }
    const isPacket = (found.place === 'xmp' && found.text.trimStart().startsWith('<')) || (found.place === 'beside' && /\.xmp$/i.test(found.key));
    if (!isPacket) continue;
    packets.push(found.text);
    for (const name of TEXTS_IN_XMP) {
      const text = xmpText(found.text, name);
      if (text !== null) addFree(textClue(`xmp:${name}`, text));
    }
    for (const key of KEYS_IN_XMP) {
      const text = xmpTextOfAny(found.text, key);
      if (text !== null) keep(folded, key, textClue(`xmp › ${key}`, text));
    }
  }

  const freeText = (label: string): string | null => free.find((clue) => clue.label === label)?.text ?? null;
  const inPackets = (name: string): string | null => {
    for (const packet of packets) {
      const text = xmpText(packet, name);
      if (text !== null) return text;
    }
    return null;
  };
  return {
    keyed: (key) => keyed.get(key) ?? folded.get(key) ?? null,
    free,
    objects: once(() =>
      [...new Set(keyed.values()), ...free, ...folded.values()].flatMap((clue) => {
        const object = clue.json();
        return isObject(object) ? [{ clue, object }] : [];
      }),
    ),
    c2pa,
    fileName,
    exif: (name) => freeText(`exif:${name}`),
    xmp: (name) => freeText(`xmp:${name}`) ?? inPackets(name),
    beside: texts.filter(({ place }) => place === 'beside'),
    keys: once(() => [
      ...[...keyed, ...folded].map(([key, clue]) => ({ key, clue })),
      ...free.map((clue) => ({ key: clue.label.slice(clue.label.indexOf(':') + 1), clue })),
    ]),
    broken: () => {
      const clues = [...new Set(keyed.values()), ...free, ...folded.values()];
      return clues.filter(({ text, json }) => /^\s*\{\s*"/.test(text) && json() === undefined).map(({ label }) => label);
    },
  };
};

/** A sign as the event carries it: the excerpt is cut at 200 characters. */
export const evidence = (kind: EvidenceKind, key: string, excerpt: string): Evidence => ({
  kind,
  key: key.slice(0, 100),
  excerpt: excerpt.trim().slice(0, 200),
});
