import { dateLocale, numberLocale, spokenLanguage } from './language';

/** By locale and digits: a list says hundreds of numbers at once, and to make a format takes longer than to use it. */
const fixedFormats = new Map<string, Intl.NumberFormat>();

/** A number with so many digits behind its point, in one run: `1234.5`. */
export function fixed(value: number, digits: number): string {
  const locale = numberLocale();
  const key = `${locale} ${digits}`;
  let format = fixedFormats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false });
    fixedFormats.set(key, format);
  }
  return format.format(value);
}

/** Several things in a sentence: `blur, noise and clipping`. */
export function listOf(words: Iterable<string>): string {
  return new Intl.ListFormat(dateLocale(), { type: 'conjunction' }).format(words);
}

/** A label within a sentence: English writes it small there, others as they write it anywhere. */
export function inSentence(label: string): string {
  return spokenLanguage() === 'en' ? label.toLowerCase() : label;
}

/** Words that begin a sentence. */
export function atStart(words: string): string {
  return words.slice(0, 1).toLocaleUpperCase(spokenLanguage()) + words.slice(1);
}

/** One of several things in a sentence: `two stars or one star`. */
export function eitherOf(words: Iterable<string>): string {
  return new Intl.ListFormat(dateLocale(), { type: 'disjunction' }).format(words);
}

/** Words behind a name and a colon: English begins them small there. */
export function behindName(words: string): string {
  return spokenLanguage() === 'en' ? words.slice(0, 1).toLowerCase() + words.slice(1) : words;
}
