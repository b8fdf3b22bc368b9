import { type EventFamily, familyOf } from '@shared/events/catalog';
import { fixed } from '@shared/language/formats';
import { numberLocale, t } from '@shared/language/language';
import { familyNames } from '../../../parts/family-names';
import type { FlowRates } from '../../../store/flow-rates';

/** One line of the chart, and its row in the table beside it. */
export interface RateLine {
  readonly name: string;
  readonly family: EventFamily;
  /** Lines of one family are told apart by their dashes. */
  readonly dash: readonly number[];
  /** Events a second in each bin, oldest first. */
  readonly perSecond: readonly number[];
  /** In the last full bin. */
  readonly now: number;
  readonly highest: number;
  /** Events in the whole stretch. */
  readonly total: number;
}

export interface RateChart {
  readonly times: readonly number[];
  readonly all: RateLine;
  readonly lines: readonly RateLine[];
}

interface ChartWish {
  readonly minutes: number;
  readonly by: 'family' | 'type';
  readonly now: number;
}

/** More lines than these cannot be told apart; the rest has rows in the table of types. */
const mostTypes = 6;
/** What the line of all events is called. */
export const allName = t('All');
const dashes: readonly (readonly number[])[] = [[], [5, 3], [1.5, 3], [9, 3, 2, 3], [12, 4], [3, 2]];

/** Seconds per bin: about 150 bins, however long the stretch. */
export function binOf(minutes: number): number {
  return Math.max(1, Math.round((minutes * 60) / 150));
}

/** What the chart draws: all events, and lines by family or of the busiest types; those without any event are left out. */
export function rateChart(rates: FlowRates, { minutes, by, now }: ChartWish): RateChart {
  const wish = { seconds: minutes * 60, bin: binOf(minutes), now };
  const lineOf = (name: string, family: EventFamily, types: readonly string[], dash: readonly number[] = []): RateLine => {
    const { perSecond } = rates.series(types, wish);
    const total = Math.round(perSecond.reduce((sum, rate) => sum + rate, 0) * wish.bin);
    return { name, family, dash, perSecond, now: perSecond.at(-1) ?? 0, highest: Math.max(0, ...perSecond), total };
  };
  const { types } = rates;
  const all = lineOf(allName, 'system', types);
  const lines =
    by === 'family'
      ? familyNames.map(([family, name]) => lineOf(name, family, types.filter((type) => familyOf(type) === family)))
      : types.map((type) => lineOf(type, familyOf(type), [type])).sort((a, b) => b.total - a.total || a.name.localeCompare(b.name));
  return { times: rates.series([], wish).times, all, lines: withDashes(lines.filter(({ total }) => total > 0).slice(0, mostTypes)) };
}

function withDashes(lines: readonly RateLine[]): readonly RateLine[] {
  const used = new Map<EventFamily, number>();
  return lines.map((line) => {
    const before = used.get(line.family) ?? 0;
    used.set(line.family, before + 1);
    return { ...line, dash: dashes[before % dashes.length] ?? [] };
  });
}

/** `0`, `0.4`, `12`: events a second, with a digit more where it means something. */
export function rateInWords(perSecond: number): string {
  if (perSecond === 0 || perSecond >= 10) return Math.round(perSecond).toLocaleString(numberLocale());
  return perSecond < 0.1 ? `< ${fixed(0.1, 1)}` : fixed(perSecond, 1);
}
