import { fixed } from '../language/formats';
import { inEnglish, t } from '../language/language';

type Sized = (size: string) => string;

const units: readonly [Sized, Sized, Sized, Sized, Sized] = [
  (size) => t('{size} bytes', { size }),
  (size) => t('{size} kB', { size }),
  (size) => t('{size} MB', { size }),
  (size) => t('{size} GB', { size }),
  (size) => t('{size} TB', { size }),
];

/** A number of bytes for people: `3.4 MB`. Decimal units, as file managers show them. */
export function bytesInWords(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 100 ? 0 : 1;
  return (units[unit] ?? units[0])(fixed(value, digits));
}

/** The same in English, for what is recorded. */
export function recordedBytes(bytes: number): string {
  return inEnglish(() => bytesInWords(bytes));
}

/** `five stars`, `one star`. */
export function starsInWords(stars: number): string {
  return t(
    '{stars, plural, =0 {no stars} =1 {one star} =2 {two stars} =3 {three stars} =4 {four stars} =5 {five stars} other {# stars}}',
    { stars },
  );
}

/** `1 picture`, `12 pictures`: in English, for what is recorded and for a terminal. */
export function countOf(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

/** The folder part of a path, of either system. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'), 0));
}

/** The last `count` folders of a path without its file name: `inbox/lantern-harbor`. */
export function lastFolders(path: string, count: number): string {
  return folderOf(path).split(/[\\/]/).slice(-count).join('/');
}

/** How sure a reading is, for people. */
export function confidenceInWords(confidence: number): string {
  if (confidence >= 0.95) return t('Certain');
  if (confidence >= 0.75) return t('Very likely');
  if (confidence >= 0.5) return t('Likely');
  return t('A guess');
}

/** A length of time for people: `340 ms`, `12 s`, `5 min`, `3 h`, `2 days`. */
export function durationInWords(ms: number): string {
  if (ms < 1_000) return t('{ms, number} ms', { ms: Math.round(ms) });
  if (ms < 120_000) return t('{seconds, number} s', { seconds: Math.round(ms / 1_000) });
  if (ms < 2 * 3_600_000) return t('{minutes, number} min', { minutes: Math.round(ms / 60_000) });
  if (ms < 48 * 3_600_000) return t('{hours, number} h', { hours: Math.round(ms / 3_600_000) });
  return t('{days, plural, one {# day} other {# days}}', { days: Math.round(ms / 86_400_000) });
}
