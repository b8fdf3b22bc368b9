import { expect, it } from 'vitest';
import { dateChoices } from './date-choices';

const now = new Date(2026, 10, 22, 12, 0);
const day = (year: number, month: number, date: number) => +new Date(year, month - 1, date, 23, 59, 59, 999);
const moments = (typed: string) => dateChoices(typed, now).map(({ moment }) => moment);

it('[D86] a date is understood as it is written, to the end of its day, and what is to come is now', () => {
  for (const typed of ['2026-11-03', '3.11.2026', '3.11.', '3 nov', 'November 3', '3 november 2026', '19 days ago']) {
    expect(moments(typed), typed).toEqual([day(2026, 11, 3)]);
  }
  expect([moments('yesterday'), moments('2026-02'), moments('feb 2024')]).toEqual([[day(2026, 11, 21)], [day(2026, 2, 28)], [day(2024, 2, 29)]]);
  expect([moments('today'), moments('2031-01-01')]).toEqual([[null], [null]]);
  const until = (month: number, date: number, hours: number, minutes: number) =>
    [+new Date(2026, month - 1, date, hours, minutes, 59, 999)];
  expect(moments('21 nov 14:30')).toEqual(until(11, 21, 14, 30));
  expect(moments('09:05')).toEqual(until(11, 22, 9, 5));
  expect(moments('2026-11-03T07:00')).toEqual(until(11, 3, 7, 0));
});

it('[D86] a day that there is not is no date, and nothing typed offers the usual ones', () => {
  expect(['2026-02-30', '31.4.2026', '2026-13-01', '3 foo', '25:00', 'abc'].flatMap(moments)).toEqual([]);
  expect(dateChoices('', now).map(({ title }) => title.split(',')[0])).toEqual(['Now', 'Yesterday', 'A week ago', 'A month ago', 'A year ago']);
  expect(moments('').slice(0, 2)).toEqual([null, day(2026, 11, 21)]);
});
