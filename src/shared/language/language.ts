import { IntlMessageFormat } from 'intl-messageformat';

/** A language file: each English text, as it stands in the code, and the same in the language. */
export interface Language {
  /** BCP 47: `de`, `pt-BR`. */
  readonly tag: string;
  readonly messages: Readonly<Record<string, string>>;
}

export interface LanguageName {
  readonly tag: string;
  /** What the language calls itself. */
  readonly name: string;
}

/** What stands in a text's places: `{ count: 3 }` for `{count}`. */
export type Values = Readonly<Record<string, string | number>>;

/** English is what the code speaks; its file is written from the code. */
export const english: Language & LanguageName = { tag: 'en', name: 'English', messages: {} };

// https://www.unicode.org/iso15924/: scripts of languages that are spoken today and written from the right.
const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);

let spoken: Language = english;
let known: readonly LanguageName[] = [english];
/** By tag, then by text: what is recorded goes over to English and back for each event. */
const compiled = new Map<string, Map<string, IntlMessageFormat>>();

/**
 * Chooses the language of this process. Titles of tables are made when their module is loaded,
 * so this comes before every other module of a program is.
 *
 * @param all What can be chosen, for the settings.
 */
export function speak(language: Language, all: readonly LanguageName[] = known): void {
  spoken = language;
  known = all;
}

/** What can be chosen. */
export function knownLanguages(): readonly LanguageName[] {
  return known;
}

/** The tag of the language that is spoken, for `lang` and for those who format by themselves. */
export function spokenLanguage(): string {
  return spoken.tag;
}

/** Runs something in English: what is recorded is the same whichever language the window speaks. */
export function inEnglish<Result>(work: () => Result): Result {
  const before = spoken;
  spoken = english;
  try {
    return work();
  } finally {
    spoken = before;
  }
}

/**
 * A text that a person sees, in the language that is spoken; in English where that has none for it.
 *
 * @param text English, in ICU MessageFormat: `{count, plural, one {# picture} other {# pictures}} chosen`.
 *   It is written out where it is said, so that the language files can be made from the code.
 * @see https://unicode-org.github.io/icu/userguide/format_parse/messages/
 */
export function t(text: string, values?: Values): string {
  if (values === undefined) return wordsFor(text) || text;
  return String(format(text, values));
}

/** What may stand in a text's places and around its words, where it is more than letters. */
export type PartValues<Part> = Readonly<Record<string, string | number | Part | ((words: (string | Part)[]) => Part)>>;

/**
 * A text with more than letters in it, as its parts in the order of the language:
 * in `<b>Alice</b> has paused` stands what `b` makes of the words between its tags.
 */
export function partsOf<Part>(text: string, values: PartValues<Part>): readonly (string | Part)[] {
  const parts = format<Part>(text, values);
  return Array.isArray(parts) ? parts : [parts];
}

/** Which way the language is written, for `dir`. */
export function direction(): 'ltr' | 'rtl' {
  const locale = new Intl.Locale(spoken.tag).maximize();
  return rightToLeft.has(locale.script ?? '') ? 'rtl' : 'ltr';
}

/** For numbers: `1,284` in English. */
export function numberLocale(): string {
  return spoken.tag;
}

/** For days and times. English writes them with the day first and with 24 hours. */
export function dateLocale(): string {
  return spoken.tag === 'en' ? 'en-GB' : spoken.tag;
}

/** Only what the file itself says: every object has a `constructor` and a `toString`. */
function wordsFor(text: string): string | undefined {
  return Object.hasOwn(spoken.messages, text) ? spoken.messages[text] : undefined;
}

/** A text of a language file that cannot be said is said in English; the check of language files names it. */
function format<Part>(text: string, values: PartValues<Part>): string | Part | (string | Part)[] {
  const words = wordsFor(text);
  if (words !== undefined && words !== '') {
    try {
      return compile(words, spoken.tag).format<Part>(values);
    } catch {
      // Said in English below.
    }
  }
  return compile(text, english.tag).format<Part>(values);
}

function compile(words: string, tag: string): IntlMessageFormat {
  const ofTag = compiled.get(tag) ?? new Map<string, IntlMessageFormat>();
  const before = ofTag.get(words);
  if (before !== undefined) return before;
  const made = new IntlMessageFormat(words, tag);
  compiled.set(tag, ofTag.set(words, made));
  return made;
}
