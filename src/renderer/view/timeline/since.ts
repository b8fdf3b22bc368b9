import { dateLocale } from '@shared/language/language';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

export type SinceChoice = 'all' | 'today' | 'hour' | 'week';

/** The moment that a choice means now, on the minute, UTC; null for the whole log. */
export function sinceOf(choice: SinceChoice, now: Date): string | null {
  switch (choice) {
    case 'all':
      return null;
    case 'today':
      return new Date(now.getFullYear(), now.getMonth(), now.getDate()).toISOString();
    case 'hour':
      return onTheMinute(now.getTime() - 60 * minuteMs);
    case 'week':
      return onTheMinute(now.getTime() - 7 * dayMs);
  }
}

const onTheMinute = (ms: number) => new Date(Math.floor(ms / minuteMs) * minuteMs).toISOString();

const dayAndTime = new Intl.DateTimeFormat(dateLocale(), { day: 'numeric', month: 'long' });
const dayYearAndTime = new Intl.DateTimeFormat(dateLocale(), { day: 'numeric', month: 'long', year: 'numeric' });
const time = new Intl.DateTimeFormat(dateLocale(), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** `21 November 14:00`, in local time; with the year when it is another one. */
export function sinceInWords(since: string, now = new Date()): string {
  const at = new Date(since);
  const day = (at.getFullYear() === now.getFullYear() ? dayAndTime : dayYearAndTime).format(at);
  return `${day} ${time.format(at)}`;
}

const two = (value: number) => String(value).padStart(2, '0');

/** A moment as a date and time field holds it: local, to the minute. */
export function toField(since: string | null): string {
  if (since === null) return '';
  const at = new Date(since);
  const year = String(at.getFullYear()).padStart(4, '0');
  return `${year}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** What a date and time field says, as UTC; null when it is empty or half filled in. */
export function fromField(text: string): string | null {
  const at = new Date(text);
  return text === '' || Number.isNaN(at.getTime()) ? null : at.toISOString();
}
