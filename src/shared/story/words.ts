import { t } from '../language/language';

const units = ['bytes', 'kB', t('MB'), t('GB'), t('TB')] as const;

/** A number of bytes for people: `3.4 MB`. Decimal units, as file managers show them. */
export function bytesInWords(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 100 ? 0 : 1;
  return `${value.toFixed(digits)} ${units[unit] ?? 'bytes'}`;
}

const numerals = ['no', 'one', 'two', 'three', 'four', 'five'] as const;

/** `five stars`, `one star`. */
export function starsInWords(stars: number): string {
  return `${numerals[stars] ?? String(stars)} ${stars === 1 ? 'star' : 'stars'}`;
}

/** `1 picture`, `12 pictures`. */
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
  if (ms < 1_000) return t('{ms} ms', { ms: Math.round(ms) });
  if (ms < 120_000) return `${Math.round(ms / 1_000)} s`;
  if (ms < 2 * 3_600_000) return t('{ms} min', { ms: Math.round(ms / 60_000) });
  return ms < 48 * 3_600_000 ? `${Math.round(ms / 3_600_000)} h` : t('{ms, plural, one {# day} other {# days}}', { ms: Math.round(ms / 86_400_000) });
}
