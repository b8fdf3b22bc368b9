/** A span of days: its first and its last, as numbers that grow by one each day. */
export interface DaySpan {
  readonly first: number;
  readonly last: number;
}

export const mostSpans = 60;

const dayMs = 86_400_000;
const dateOf = (day: number) => new Date(day * dayMs);
const dayOf = (year: number, month: number) => {
  const date = new Date(0);
  // Not Date.UTC, which takes a year below 100 for one of the last century.
  date.setUTCFullYear(year, month, 1);
  return Math.round(date.getTime() / dayMs);
};

const inYears = (years: number) => (day: number): DaySpan => {
  const from = Math.floor(dateOf(day).getUTCFullYear() / years) * years;
  return { first: dayOf(from, 0), last: dayOf(from + years, 0) - 1 };
};

/** The ways to cut time up, the finest first. 1970 began on a Thursday, and weeks begin on Mondays. */
const cuts: readonly ((day: number) => DaySpan)[] = [
  (day) => ({ first: day, last: day }),
  (day) => {
    const first = day - ((((day + 3) % 7) + 7) % 7);
    return { first, last: first + 6 };
  },
  (day) => {
    const date = dateOf(day);
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
    return { first: dayOf(year, month), last: dayOf(year, month + 1) - 1 };
  },
  inYears(1), inYears(10), inYears(100),
];
const coarsest = inYears(1_000);

/** The finest way to cut up the time from one day to another, so that there are few enough spans. */
export function cutOf(first: number, last: number): (day: number) => DaySpan {
  return cuts.find((cut) => fewEnough(cut, first, last)) ?? coarsest;
}

function fewEnough(cut: (day: number) => DaySpan, first: number, last: number): boolean {
  let at = first;
  for (let count = 1; count <= mostSpans; count += 1) {
    const span = cut(at);
    if (span.last >= last) return true;
    at = span.last + 1;
  }
  return false;
}

export const dayInWords = (day: number): string => dateOf(day).toISOString().slice(0, 10);
