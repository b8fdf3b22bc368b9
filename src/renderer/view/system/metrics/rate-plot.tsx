import { t } from '@shared/language/language';
import 'uplot/dist/uPlot.min.css';
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import uPlot from 'uplot';
import { useMedia } from '../../../parts/use-media';
import { useStatus } from '../../../store/use-status';
import { useWidth } from '../../../parts/use-width';
import { clockTime } from '../../../parts/times';
import { chartOptions, type Inks } from './chart-options';
import { type RateChart, rateInWords } from './rate-lines';
import styles from './rate-plot.module.css';

const height = 240;
const inkNames = ['asset', 'quality', 'workflow', 'creative', 'system', 'words', 'grid', 'bars', 'cursor'] as const;

/** The curve of events over time. The table beside it says the same in numbers. */
export function RatePlot({ chart, label }: { readonly chart: RateChart; readonly label: string }) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const [pointed, setPointed] = useState<number | null>(null);
  usePlot(frame, width, chart, setPointed);
  const at = pointed === null ? undefined : chart.times[pointed];
  return (
    <div className={styles.plot}>
      <div ref={frame} className={styles.frame} role="img" aria-label={label}>
        {inkNames.map((ink) => (
          <i key={ink} data-ink={ink} className={styles[ink]} />
        ))}
      </div>
      <p className={styles.pointed} aria-hidden>
        {at !== undefined && pointedInWords(at, chart.all.perSecond[pointed ?? 0] ?? 0)}
      </p>
    </div>
  );
}

/** Keeps a uPlot in the frame: made anew when lines, width or theme change, given new data otherwise. */
function usePlot(frame: RefObject<HTMLDivElement | null>, width: number, chart: RateChart, onPoint: (index: number | null) => void): void {
  const plot = useRef<uPlot | null>(null);
  const contrast = useStatus((state) => state.status?.contrast ?? 'system');
  const system = [useMedia('(prefers-color-scheme: dark)'), useMedia('(prefers-contrast: more)'), useMedia('(forced-colors: active)')];
  const theme = [contrast, ...system].join();
  const { times, all, lines } = chart;
  const shape = [isShort(times), ...lines.map(({ name, dash }) => `${name} ${dash.join()}`)].join('|');

  const make = useEffectEvent((target: HTMLDivElement) => {
    const font = `11px ${getComputedStyle(target).fontFamily}`;
    const options = chartOptions({ width, height, inks: inksOf(target), lines, font, withSeconds: isShort(times), onPoint });
    return new uPlot(options, dataOf(chart), target);
  });
  useEffect(() => {
    if (frame.current === null || width === 0) return;
    const made = make(frame.current);
    plot.current = made;
    return () => {
      plot.current = null;
      made.destroy();
    };
  }, [frame, width, theme, shape]);
  const fill = useEffectEvent(() => plot.current?.setData(dataOf(chart)));
  // A line that keeps its newest bin has not changed.
  const stamp = `${times.at(-1) ?? 0} ${all.total}`;
  useEffect(() => fill(), [stamp]);
}

const pointedInWords = (second: number, rate: number) =>
  t('{time} · {rate}/s', { time: clockTime(new Date(second * 1000).toISOString()), rate: rateInWords(rate) });

const isShort = (times: readonly number[]) => (times.at(-1) ?? 0) - (times[0] ?? 0) <= 90;

function dataOf({ times, all, lines }: RateChart): uPlot.AlignedData {
  return [[...times], [...all.perSecond], ...lines.map(({ perSecond }) => [...perSecond])];
}

/** Colours come from the style sheet, resolved for the theme: a canvas cannot read variables. */
function inksOf(target: HTMLElement): Inks {
  const inks = [...target.querySelectorAll<HTMLElement>('[data-ink]')].map((one) => [one.dataset['ink'], getComputedStyle(one).color]);
  return Object.fromEntries(inks) as Inks;
}
