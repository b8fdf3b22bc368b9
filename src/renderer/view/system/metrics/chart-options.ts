import type { EventFamily } from '@shared/events/catalog';
import { dateLocale, numberLocale } from '@shared/language/language';
import uPlot from 'uplot';
import { clockTime } from '../../../parts/times';
import type { RateLine } from './rate-lines';
import { roundUp } from './round-up';

/** The colours of the theme that holds, as the canvas takes them. */
export interface Inks extends Readonly<Record<EventFamily, string>> {
  readonly words: string;
  readonly grid: string;
  readonly bars: string;
  readonly cursor: string;
}

interface ChartWish {
  readonly width: number;
  readonly height: number;
  readonly inks: Inks;
  readonly lines: readonly RateLine[];
  readonly font: string;
  /** Whether the times along the chart are closer than minutes. */
  readonly withSeconds: boolean;
  /** Told where the pointer is: an index into the data, or null when it has left. */
  readonly onPoint: (index: number | null) => void;
}

const markRadius = 4.5;
const { bars } = uPlot.paths;
const minuteClock = new Intl.DateTimeFormat(dateLocale(), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const clockOf = (second: number, withSeconds: boolean) =>
  withSeconds ? clockTime(new Date(second * 1000).toISOString()) : minuteClock.format(second * 1000);

/** Grey bars for all events, a line for each family or type, and its shape at the newest end. */
export function chartOptions({ width, height, inks, lines, font, withSeconds, onPoint }: ChartWish): uPlot.Options {
  const axis = { stroke: inks.words, font, ticks: { show: false }, grid: { stroke: inks.grid, width: 1 } };
  return {
    width,
    height,
    padding: [10, 12, 0, 0],
    legend: { show: false },
    cursor: { y: false, points: { show: false }, drag: { x: false, y: false } },
    scales: { y: { range: (_, __, highest) => [0, roundUp(highest)] } },
    axes: [
      {
        ...axis,
        grid: { show: false },
        size: 22,
        space: 70,
        incrs: withSeconds ? [10, 30] : [60, 180, 300],
        values: (_, seconds) => seconds.map((at) => clockOf(at, withSeconds)),
      },
      { ...axis, size: 44, space: 36, values: (_, rates) => rates.map((rate) => rate.toLocaleString(numberLocale())) },
    ],
    series: [
      {},
      { ...(bars && { paths: bars({ size: [0.8, 12] }) }), fill: inks.bars, width: 0, points: { show: false } },
      ...lines.map(({ family, dash }) => ({ stroke: inks[family], width: 1.5, dash: [...dash], points: { show: false } })),
    ],
    hooks: {
      draw: [(chart) => drawMarks(chart, lines, inks)],
      setCursor: [({ cursor: { idx, left } }) => onPoint(idx == null || left === undefined || left < 0 ? null : idx)],
    },
  };
}

function drawMarks(chart: uPlot, lines: readonly RateLine[], inks: Inks): void {
  const { ctx } = chart;
  const last = chart.data[0].length - 1;
  const at = chart.data[0][last];
  if (at === undefined) return;
  const scale = window.devicePixelRatio;
  lines.forEach(({ family }, index) => {
    const value = chart.data[index + 2]?.[last];
    if (value == null) return;
    ctx.save();
    ctx.translate(chart.valToPos(at, 'x', true), chart.valToPos(value, 'y', true));
    ctx.scale(scale, scale);
    ctx.fillStyle = inks[family];
    ctx.fill(marks[family]());
    ctx.restore();
  });
}

/** The shapes of families around 0, 0. */
const marks: Readonly<Record<EventFamily, () => Path2D>> = {
  asset: () => path((p) => p.roundRect(-4, -4, 8, 8, 1.5)),
  quality: () => path((p) => polygon(p, [[0, -markRadius - 0.5], [markRadius + 0.5, 0], [0, markRadius + 0.5], [-markRadius - 0.5, 0]])),
  workflow: () => path((p) => polygon(p, [[-3.5, -markRadius], [markRadius, 0], [-3.5, markRadius]])),
  creative: () => path((p) => p.arc(0, 0, markRadius, 0, 2 * Math.PI)),
  system: () => path((p) => p.roundRect(-5, -2, 10, 4, 1.5)),
};

function path(draw: (path: Path2D) => void): Path2D {
  const made = new Path2D();
  draw(made);
  return made;
}

function polygon(path: Path2D, points: readonly (readonly [number, number])[]): void {
  points.forEach(([x, y], index) => (index === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
  path.closePath();
}
