import { dateLocale, t } from '@shared/language/language';
import { type EventDensity, minuteMs } from '@shared/library/event-density';
import { now, type StripPlace } from './strip';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(dateLocale(), options);
const time = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const timeToSecond = format({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
const shortDay = format({ weekday: 'short', day: 'numeric', month: 'short' });
const shortDayAndYear = format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
const fullDay = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const date = format({ day: 'numeric', month: 'short' });
const dateAndYear = format({ day: 'numeric', month: 'short', year: 'numeric' });
const monthAndYear = format({ month: 'short', year: 'numeric' });
const month = format({ month: 'short' });
const year = format({ year: 'numeric' });

const sameYear = (moment: number, today: number) => new Date(moment).getFullYear() === new Date(today).getFullYear();
const dayOf = (moment: number, today: number) => (sameYear(moment, today) ? shortDay : shortDayAndYear).format(moment);

const lengthOfFirst = ({ bounds: [from = 0, to = 0] }: EventDensity) => to - from;
/** The time of day, as closely as stretches of this length tell it apart. */
const clockOf = (lengthMs: number) => (lengthMs < minuteMs ? timeToSecond : time);

/** `Sat 9 May`, `Sat 9 – Mon 11 May`, `Sat 9 May, 14:00 – 16:00`, `Sat 9 May, 14:00:05`: the time of a stretch. */
export function stretchInWords({ bounds }: EventDensity, stretch: number, today = Date.now()): string {
  const [from = 0, to = 0] = [bounds[stretch], bounds[stretch + 1]];
  if (to - from < dayMs - hourMs) {
    const clock = clockOf(to - from);
    // One minute, or one second, says itself.
    const until = to - from === minuteMs || to - from <= 1_000 ? '' : ` – ${clock.format(to)}`;
    return `${dayOf(from, today)}, ${clock.format(from)}${until}`;
  }
  // The end is the next stretch's first moment.
  const last = to - hourMs;
  const single = to - from < dayMs + 2 * hourMs;
  return single ? dayOf(from, today) : `${dayOf(from, today)} – ${dayOf(last, today)}`;
}

/** `9,412 events`, and how many of them match when that is another number. */
export function countInWords({ all, matching }: EventDensity, stretch: number): string {
  const events = all[stretch] ?? 0;
  const match = matching?.[stretch] ?? events;
  if (events === 0) return t('no events');
  return match === events
    ? t('{events, plural, one {# event} other {# events}}', { events })
    : t('{match, number} of {events, plural, one {# event} other {# events}}', { match, events });
}

/** Where the list stands, in full. */
export function placeInWords(density: EventDensity, place: StripPlace, moment: number): string {
  if (place === now) return t('Now, live');
  const at = `${fullDay.format(moment)}, ${clockOf(lengthOfFirst(density)).format(moment)}`;
  return t('{at}, {events} in this stretch', { at, events: countInWords(density, place) });
}

export interface AxisLabel {
  readonly moment: number;
  readonly text: string;
}

type Step = readonly ['second' | 'minute' | 'hour' | 'day' | 'month' | 'year', number];

const steps: readonly Step[] = [
  ['second', 5], ['second', 10], ['second', 15], ['second', 30], ['minute', 1], ['minute', 2],
  ['minute', 5], ['minute', 10], ['minute', 15], ['minute', 30], ['hour', 1], ['hour', 2], ['hour', 3], ['hour', 6], ['hour', 12],
  ['day', 1], ['day', 2], ['day', 7], ['day', 14], ['month', 1], ['month', 2], ['month', 3], ['month', 6],
  ['year', 1], ['year', 2], ['year', 5], ['year', 10], ['year', 50], ['year', 100],
];

/** Times to write below the strip, at most so many, on round moments of the local clock. */
export function axisLabels({ bounds }: EventDensity, atMost: number): readonly AxisLabel[] {
  const [from = 0, to = 0] = [bounds[0], bounds.at(-1)];
  for (const step of steps) {
    if ((to - from) / lengthOf(step) > atMost) continue;
    // The first says its year when that is not the last one's.
    return roundMoments(from, to, step).map((moment, i) => ({ moment, text: labelOf(moment, step, i === 0 && !sameYear(moment, to)) }));
  }
  return [];
}

function lengthOf([unit, count]: Step): number {
  const one = { second: 1_000, minute: minuteMs, hour: hourMs, day: dayMs, month: 30.4 * dayMs, year: 365 * dayMs }[unit];
  return one * count;
}

function roundMoments(from: number, to: number, step: Step): number[] {
  const moments: number[] = [];
  for (let at = roundDown(from, step); at < to; at = after(at, step)) if (at >= from) moments.push(at);
  return moments;
}

function roundDown(moment: number, [unit, count]: Step): number {
  const at = new Date(moment);
  const [years, months, days] = [at.getFullYear(), at.getMonth(), at.getDate()];
  const down = (value: number) => Math.floor(value / count) * count;
  switch (unit) {
    case 'second':
      return new Date(years, months, days, at.getHours(), at.getMinutes(), down(at.getSeconds())).getTime();
    case 'minute':
      return new Date(years, months, days, at.getHours(), down(at.getMinutes())).getTime();
    case 'hour':
      return new Date(years, months, days, down(at.getHours())).getTime();
    case 'day':
      // Weeks begin on Mondays; other steps with the month.
      if (count % 7 === 0) return new Date(years, months, days - ((at.getDay() + 6) % 7)).getTime();
      return new Date(years, months, down(days - 1) + 1).getTime();
    case 'month':
      return new Date(years, down(months), 1).getTime();
    case 'year':
      return new Date(down(years), 0, 1).getTime();
  }
}

function after(moment: number, [unit, count]: Step): number {
  const at = new Date(moment);
  const [years, months, days, hours] = [at.getFullYear(), at.getMonth(), at.getDate(), at.getHours()];
  switch (unit) {
    case 'second':
      return moment + count * 1_000;
    case 'minute':
      return moment + count * minuteMs;
    case 'hour':
      return new Date(years, months, days, hours + count).getTime();
    case 'day':
      return new Date(years, months, days + count).getTime();
    case 'month':
      return new Date(years, months + count, 1).getTime();
    case 'year':
      return new Date(years + count, 0, 1).getTime();
  }
}

function labelOf(moment: number, [unit]: Step, withYear: boolean): string {
  const at = new Date(moment);
  switch (unit) {
    case 'second':
      return timeToSecond.format(at);
    case 'minute':
    case 'hour':
      return at.getHours() + at.getMinutes() === 0 ? date.format(at) : time.format(at);
    case 'day':
      return withYear ? dateAndYear.format(at) : date.format(at);
    case 'month':
      return withYear || at.getMonth() === 0 ? monthAndYear.format(at) : month.format(at);
    case 'year':
      return year.format(at);
  }
}
