import type { Generation, Lora } from '@shared/library/provenance';
import { isObject, parseLossless } from '../../containers/lossless-json';
import { lorasInPrompt, toHash, toModel, toNumber, toSeed, toSettings, toSize, toText } from '../values';

/** The parameter text of AUTOMATIC1111's web UI, which its relatives write too, taken apart. */
export interface ParametersText {
  readonly prompt: string;
  readonly negative: string;
  /** The settings of the last part, by name as written. The first of two equal names counts. */
  readonly settings: ReadonlyMap<string, string>;
}

const SETTINGS_START = /(?:^|\n)Steps: \d/g;
const NEGATIVE_START = /(?:^|\n)Negative prompt:/;
const NAME = /[A-Za-z][\w \-/.+()]{0,60}(?=:)/y;
const MOST_SETTINGS = 500;
/** Characters of settings that are read; real ones have a few thousand. */
const MOST_TEXT = 256 * 1024;
const SEPARATOR = /[,\n]/g;

/**
 * Splits a parameter text: prompt lines, lines after `Negative prompt:`, then settings from the last line that begins with
 * `Steps: `. Null when there is no such line, for then it is just text.
 * Source: the text that A1111 writes (`create_infotext`) and reads back (`parse_generation_parameters`), seen in files of
 * A1111, Forge, Forge Classic, SD.Next and Civitai.
 */
export const parseParametersText = (text: string): ParametersText | null => {
  const lines = text.replaceAll('\r\n', '\n').trim();
  const start = [...lines.matchAll(SETTINGS_START)].at(-1);
  if (start === undefined) return null;
  const prompts = lines.slice(0, start.index);
  const negative = NEGATIVE_START.exec(prompts);
  return {
    prompt: prompts.slice(0, negative?.index).trim(),
    negative: negative === null ? '' : prompts.slice(negative.index + negative[0].length).trim(),
    settings: parseSettings(lines.slice(start.index).trimStart().slice(0, MOST_TEXT)),
  };
};

/**
 * `Name: value` separated by commas. A value may be quoted as a JSON string or be JSON itself and then holds commas and colons
 * freely. Template lines of the Dynamic Prompts extension are free text up to the end of their line.
 */
const parseSettings = (text: string): Map<string, string> => {
  const settings = new Map<string, string>();
  let at = 0;
  while (at < text.length && settings.size < MOST_SETTINGS) {
    while (/[\s,]/.test(text[at] ?? '')) at++;
    NAME.lastIndex = at;
    const name = NAME.exec(text)?.[0];
    if (name === undefined) {
      at = nextSeparator(text, at) + 1;
      continue;
    }
    at += name.length + 1;
    while (text[at] === ' ') at++;
    const isFreeLine = name === 'Template' || name === 'Negative Template';
    const end = isFreeLine ? lineEnd(text, at) : valueEnd(text, at);
    if (!settings.has(name)) settings.set(name, unquoted(text.slice(at, end).trim()));
    at = end;
  }
  return settings;
};

const lineEnd = (text: string, from: number): number => {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
};

const nextSeparator = (text: string, from: number): number => {
  SEPARATOR.lastIndex = from;
  return SEPARATOR.exec(text)?.index ?? text.length;
};

/** Where the value that begins here ends: behind its closing quote or bracket, else at the next comma or line. */
const valueEnd = (text: string, from: number): number => {
  const first = text[from];
  if (first !== '"' && first !== '[' && first !== '{') return nextSeparator(text, from);
  let depth = 0;
  let inString = false;
  for (let at = from; at < text.length; at++) {
    const letter = text[at];
    if (inString && letter === '\\') at++;
    else if (letter === '"') inString = !inString;
    else if (!inString && (letter === '[' || letter === '{')) depth++;
    else if (!inString && (letter === ']' || letter === '}')) depth--;
    if (depth <= 0 && !inString) return at + 1;
  }
  return nextSeparator(text, from);
};

const unquoted = (value: string): string => {
  if (!/^".*"$/s.test(value)) return value;
  try {
    return String(JSON.parse(value));
  } catch {
    return value.slice(1, -1);
  }
};

/** The settings that every tool of the family shares, as fields of a generation. */
export const generationFrom = ({ prompt, negative, settings }: ParametersText): Partial<Generation> => ({
  prompt: toText(prompt),
  negative_prompt: toText(negative),
  model: toModel(settings.get('Model')),
  model_hash: toHash(settings.get('Model hash')),
  seed: toSeed(settings.get('Seed')),
  steps: toNumber(settings.get('Steps')),
  sampler: toText(settings.get('Sampler')),
  scheduler: toText(settings.get('Schedule type') ?? settings.get('Scheduler')),
  cfg: toNumber(settings.get('CFG scale')),
  ...toSize(settings.get('Size')),
  loras: withHashes(lorasInPrompt(prompt), settings),
  settings: toSettings(Object.fromEntries([...settings].filter(([name]) => !TOLD.has(name)))),
});

/** Settings that have a field of their own, or are lists that no person reads. */
const TOLD = new Set([
  'Model', 'Model hash', 'Seed', 'Steps', 'Sampler', 'Schedule type', 'Scheduler', 'CFG scale', 'Size',
  'Lora hashes', 'Hashes', 'Civitai resources', 'Civitai metadata',
]);

/**
 * LoRAs with their hashes, from `Lora hashes` ("ink: 1a2b, glow: 3c4d") and `Hashes` ({"lora:ink": "1a2b"}). A LoRA that only
 * stands there is added.
 */
const withHashes = (loras: readonly Lora[], settings: ReadonlyMap<string, string>): Lora[] => {
  const hashes = new Map<string, string>();
  for (const pair of (settings.get('Lora hashes') ?? '').split(',', 200)) {
    const colon = pair.lastIndexOf(':');
    const hash = colon === -1 ? null : toHash(pair.slice(colon + 1));
    if (hash !== null) hashes.set(pair.slice(0, colon).trim(), hash);
  }
  const listed = parseLossless(settings.get('Hashes') ?? '');
  for (const [name, value] of isObject(listed) ? Object.entries(listed).slice(0, 200) : []) {
    const hash = name.startsWith('lora:') ? toHash(value) : null;
    if (hash !== null) hashes.set(name.slice(5), hash);
  }
  const known = loras.map((lora) => {
    const hash = hashes.get(lora.name);
    return hash === undefined ? lora : { ...lora, hash };
  });
  const further = [...hashes].filter(([name]) => name !== '' && !loras.some((lora) => lora.name === name));
  return [...known, ...further.map(([name, hash]) => ({ name, weight: 1, hash }))];
};
