import { dateLocale, t } from '@shared/language/language';
import type { ScoreSpan } from '@shared/library/quality-overview';

const dayMs = 86_400_000;
const daysOf = (text: string) => Date.parse(text) / dayMs;

/** What the spans of an overview are. */
export type SpanLength = 'day' | 'week' | 'month' | 'year' | 'years';

export function lengthOf({ from, to }: Pick<ScoreSpan, 'from' | 'to'>): SpanLength {
  const days = daysOf(to) - daysOf(from) + 1;
  if (days === 1) return 'day';
  if (days === 7) return 'week';
  if (days <= 31) return 'month';
  return days <= 366 ? 'year' : 'years';
}

/** Where each span stands between the first and the last, 0 … 1; a single one in the middle. */
export function placesOf(spans: readonly ScoreSpan[]): readonly number[] {
  const middles = spans.map(({ from, to }) => (daysOf(from) + daysOf(to)) / 2);
  const [first = 0, last = 0] = [middles[0], middles.at(-1)];
  return middles.map((middle) => (first === last ? 0.5 : (middle - first) / (last - first)));
}

/** The scores that are drawn, from the cleanest to the poorest, at tens; never less than twenty apart. */
export function scoresDrawn(spans: readonly ScoreSpan[]): readonly [number, number] {
  const least = Math.floor(Math.min(...spans.map(({ p25 }) => p25)) / 10) * 10;
  const most = Math.ceil(Math.max(...spans.map(({ p75 }) => p75)) / 10) * 10;
  if (most - least >= 20) return [least, most];
  return least + 20 <= 100 ? [least, least + 20] : [80, 100];
}

/** Which of the spans are named below the chart, so that names do not touch. */
export function namedSpans(places: readonly number[], width: number, apart: number): readonly number[] {
  const named: number[] = [];
  places.forEach((place, at) => {
    const before = places[named.at(-1) ?? -1];
    if (before === undefined || (place - before) * width >= apart) named.push(at);
  });
  return named;
}

const formats = {
  day: new Intl.DateTimeFormat(dateLocale(), { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
  month: new Intl.DateTimeFormat(dateLocale(), { month: 'short', year: 'numeric', timeZone: 'UTC' }),
  short: new Intl.DateTimeFormat(dateLocale(), { day: 'numeric', month: 'short', timeZone: 'UTC' }),
} as const;

/** `14 Jun 2026`, `Week of 8 Jun 2026`, `Jun 2026`, `2026`. */
export function spanInWords({ from, to }: Pick<ScoreSpan, 'from' | 'to'>): string {
  const date = new Date(from);
  switch (lengthOf({ from, to })) {
    case 'day':
      return formats.day.format(date);
    case 'week':
      return t('Week of {day}', { day: formats.day.format(date) });
    case 'month':
      return formats.month.format(date);
    case 'year':
      return from.slice(0, 4);
    case 'years':
      return t('{from} to {to}', { from: from.slice(0, 4), to: to.slice(0, 4) });
  }
}

/** The same where there is little room: a day says its year only where others are of another. */
export function spanShort(span: Pick<ScoreSpan, 'from' | 'to'>, severalYears: boolean): string {
  const length = lengthOf(span);
  if (length !== 'day' && length !== 'week') return spanInWords(span);
  return (severalYears ? formats.day : formats.short).format(new Date(span.from));
}
