import { fixed } from '@shared/language/formats';
import { dateLocale, t } from '@shared/language/language';

// By 24 hours in every language: rows have room for eight signs.
const clock = new Intl.DateTimeFormat(dateLocale(), { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
const longDay = new Intl.DateTimeFormat(dateLocale(), { weekday: 'long', day: 'numeric', month: 'long' });
const longDayAndYear = new Intl.DateTimeFormat(dateLocale(), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const dayOfMonth = new Intl.DateTimeFormat(dateLocale(), { day: 'numeric', month: 'short' });
const dayMs = 86_400_000;

/** `10 Jun`, in local time. */
export function shortDay(timestamp: string): string {
  return dayOfMonth.format(new Date(timestamp));
}

/** `14:02:41`, in local time. */
export function clockTime(timestamp: string): string {
  return clock.format(new Date(timestamp));
}

/** `39.302`: second and millisecond, for steps below a row that says the rest. */
export function secondsOf(timestamp: string): string {
  return timestamp.slice(17, 23);
}

/** A local calendar day as a number that grows by one each day. */
export function dayNumber(timestamp: string): number {
  const at = new Date(timestamp);
  return Math.round(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / dayMs);
}

/** What a day is called, and its date beside it when the name does not say it. */
export function dayName(day: number, today: number): { readonly name: string; readonly date: string | null } {
  const noon = new Date(day * dayMs);
  const local = new Date(noon.getUTCFullYear(), noon.getUTCMonth(), noon.getUTCDate());
  const thisYear = new Date(today * dayMs).getUTCFullYear() === noon.getUTCFullYear();
  const date = (thisYear ? longDay : longDayAndYear).format(local);
  if (day === today) return { name: t('Today'), date };
  if (day === today - 1) return { name: t('Yesterday'), date };
  return { name: date, date: null };
}

/** `1.8 s`, `340 ms`, `2 min 5 s`: how long something took. */
export function duration(ms: number): string {
  if (ms < 1000) return t('{ms, number} ms', { ms: Math.max(0, Math.round(ms)) });
  if (ms < 60_000) return t('{seconds} s', { seconds: fixed(ms / 1000, 1) });
  const seconds = Math.round(ms / 1000);
  if (seconds < 3600) return t('{minutes, number} min {seconds, number} s', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
  return t('{hours, number} h {minutes, number} min', { hours: Math.floor(seconds / 3600), minutes: Math.floor((seconds % 3600) / 60) });
}
