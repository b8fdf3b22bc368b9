import type { FoundDate } from '../containers/findings';

/** A day, and a time of that day, as written down by a camera or tool: no time zone is applied. */
export interface EmbeddedDate {
  /** YYYY-MM-DD */
  readonly date: string;
  /** HH:MM:SS */
  readonly time?: string;
}

const SHAPE = /^\s*(\d{4})[:\-/.](\d{1,2})[:\-/.](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?/;
/** Digital pictures are younger; what is older are clocks that were never set (1970, 1980, 0000). */
const FIRST_YEAR = 1990;
const DAY_MS = 86_400_000;

/**
 * Reads a date of EXIF (`2024:05:01 12:30:00`), XMP or ISO 8601 (`2024-05-01T12:30:00+02:00`).
 * @returns null for days that do not exist, clocks never set, and days more than two after `now`
 */
export const parseEmbeddedDate = (text: string, now: Date): EmbeddedDate | null => {
  const match = SHAPE.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0] = match.slice(1, 4).map(Number);
  const moment = new Date(Date.UTC(year, month - 1, day));
  const exists = moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day;
  if (!exists || year < FIRST_YEAR || moment.getTime() > now.getTime() + 2 * DAY_MS) return null;
  const two = (n: number) => String(n).padStart(2, '0');
  const date = `${year}-${two(month)}-${two(day)}`;
  if (match[4] === undefined) return { date };
  const [hour = 0, minute = 0, second = 0] = [match[4], match[5], match[6] ?? 0].map(Number);
  const isTime = hour < 24 && minute < 60 && second < 60;
  return isTime ? { date, time: `${two(hour)}:${two(minute)}:${two(second)}` } : { date };
};

/** When the picture was made, as the file itself says, in the local time of whoever made it. */
export interface MadeAt extends EmbeddedDate {
  readonly from: FoundDate['from'] | 'tool';
}

/** Most trustworthy first. A PNG's tIME and the date of a container may be those of a later copy. */
const TRUST: readonly MadeAt['from'][] = ['exif', 'xmp', 'iptc', 'tool', 'container', 'png-time'];

/**
 * The best date of a file: the first that is possible, in the order of trust.
 * @param toolDate what the generator wrote into its own metadata
 */
export const chooseDate = (found: readonly FoundDate[], toolDate: string | null, now: Date): MadeAt | null => {
  const all: { from: MadeAt['from']; text: string }[] = [...found];
  if (toolDate !== null) all.push({ from: 'tool', text: toolDate });
  for (const from of TRUST) {
    for (const candidate of all) {
      const date = candidate.from === from ? parseEmbeddedDate(candidate.text, now) : null;
      if (date !== null) return { ...date, from };
    }
  }
  return null;
};
