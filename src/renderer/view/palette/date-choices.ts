import { dateLocale, t } from '@shared/language/language';

const day = 24 * 60 * 60_000;
const minute = 60_000;

/** A moment of the timeline that was meant; null for now. */
export interface DateChoice {
  readonly title: string;
  readonly moment: number | null;
}

const words = new Intl.DateTimeFormat(dateLocale(), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const withTime = new Intl.DateTimeFormat(dateLocale(), { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' });
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName = new Intl.DateTimeFormat(dateLocale(), { month: 'long' });
const spokenMonths = months.map((_, at) => monthName.format(new Date(2026, at, 15)).toLowerCase());

/** The days that what was typed can mean, the likeliest first. A day is meant to its end, a minute with all that happened in it. */
export function dateChoices(typed: string, now: Date): readonly DateChoice[] {
  const text = typed.trim().toLowerCase();
  const usual = [[t('Now'), null], [t('Yesterday'), 1], [t('A week ago'), 7], [t('A month ago'), 30], [t('A year ago'), 365]] as const;
  if (text === '') return usual.map(([title, ago]) => ({ title: ago === null ? title : `${title}, ${words.format(endOf(now, ago))}`, moment: ago === null ? null : +endOf(now, ago) }));
  const [, before = text, hours, minutes] = /^(.*?)(?:^|[\s,t]+)(\d{1,2}):(\d{2})$/.exec(text) ?? [];
  const meant = before.trim() === '' ? now : dayOf(before.trim(), now);
  if (meant === null) return [];
  if (hours === undefined || minutes === undefined) return [{ title: words.format(meant), moment: clamped(+endOf(meant, 0), now) }];
  if (Number(hours) > 23 || Number(minutes) > 59) return [];
  const at = new Date(meant.getFullYear(), meant.getMonth(), meant.getDate(), Number(hours), Number(minutes));
  return [{ title: withTime.format(at), moment: clamped(+at + minute - 1, now) }];
}

function dayOf(text: string, now: Date): Date | null {
  const ago = /^(\d{1,4}) days? ago$/.exec(text);
  if (ago !== null) return new Date(+now - Number(ago[1]) * day);
  if (['now', 'today', t('now'), t('today')].includes(text)) return now;
  if (['yesterday', t('yesterday')].includes(text)) return endOf(now, 1);
  const iso = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(text);
  if (iso !== null) return dateOf(Number(iso[1]), Number(iso[2]), iso[3] === undefined ? null : Number(iso[3]));
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})?$/.exec(text);
  if (dotted !== null) return dateOf(Number(dotted[3] ?? now.getFullYear()), Number(dotted[2]), Number(dotted[1]));
  const named = /^(?:(\d{1,2})\.? )?(\p{L}{3,})(?: (\d{1,2}))?(?:,? (\d{4}))?$/u.exec(text);
  const month = monthOf(named?.[2] ?? '');
  if (named === null || month === 0) return null;
  const number = named[1] ?? named[3];
  return dateOf(Number(named[4] ?? now.getFullYear()), month, number === undefined ? null : Number(number));
}

/** From 1; 0 for what is no month. In English, and in the language that is spoken. */
function monthOf(word: string): number {
  const english = months.indexOf(word.slice(0, 3));
  return (english === -1 && word !== '' ? spokenMonths.findIndex((name) => name.startsWith(word)) : english) + 1;
}

/** A day that there is; without a day, the last of the month. */
function dateOf(year: number, month: number, date: number | null): Date | null {
  const at = new Date(year, date === null ? month : month - 1, date ?? 0);
  return month >= 1 && month <= 12 && (date === null || at.getDate() === date) ? at : null;
}

const endOf = (at: Date, daysAgo: number) => new Date(at.getFullYear(), at.getMonth(), at.getDate() - daysAgo, 23, 59, 59, 999);

const clamped = (moment: number, now: Date) => (moment >= +now ? null : moment);
