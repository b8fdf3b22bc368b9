import type { Evidence, EvidenceKind } from '@shared/library/provenance';
import type { C2paClaims } from '../containers/c2pa-claims';
import type { FoundText } from '../containers/findings';
import type { JsonObject, JsonValue } from '../containers/lossless-json';
import { isObject, parseLossless } from '../containers/lossless-json';

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
  /** Labels of texts that begin like JSON and are not, or are too large or nested too deeply. */
  readonly broken: () => readonly string[];
}

const KEYED_PLACES = new Set(['png', 'mp4', 'matroska']);
const KEY_IN_TEXT = /^\s*([A-Za-z][\w-]{0,40})\s*:\s*(?=[{[])/;

/** Where a text stood, as shown to people. PNG keywords stand alone. */
export const labelOf = ({ place, key }: Pick<FoundText, 'place' | 'key'>): string => (place === 'png' ? key : `${place}:${key}`);

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
};

const textClue = (label: string, text: string): Clue => ({ label, text, json: once(() => parseIfJson(text)) });

const valueClue = (label: string, value: JsonValue): Clue =>
  typeof value === 'string' ? textClue(label, value) : { label, text: JSON.stringify(value), json: () => value };

const parseIfJson = (text: string): JsonValue | undefined => {
  const start = text.trimStart()[0];
  return start === '{' || start === '[' ? parseLossless(text) : undefined;
};

export const buildClues = (texts: readonly FoundText[], { c2pa, fileName }: Pick<Clues, 'c2pa' | 'fileName'>): Clues => {
  const keyed = new Map<string, Clue>();
  const folded = new Map<string, Clue>();
  const free: Clue[] = [];
  const keep = (map: Map<string, Clue>, key: string, clue: Clue) => {
    if (!map.has(key)) map.set(key, clue);
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
    free.push(clue);
    const prefix = found.place === 'exif' ? KEY_IN_TEXT.exec(found.text) : null;
    if (prefix !== null) {
      const key = prefix[1] ?? '';
      keep(folded, key.toLowerCase(), textClue(`${label} › ${key}`, found.text.slice(prefix[0].length)));
    }
    const value = clue.json();
    if (!isObject(value)) continue;
    for (const [key, inner] of Object.entries(value).slice(0, 200)) {
      keep(folded, key, valueClue(`${label} › ${key}`, inner));
    }
  }

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
