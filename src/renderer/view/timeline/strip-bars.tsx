import type { EventDensity } from '@shared/library/event-density';
import { memo, useMemo } from 'react';
import styles from './scrubber.module.css';
import { fullBar, heightOf, shareAt } from './strip';
import { axisLabels } from './strip-words';

interface StripBarsProps {
  readonly density: EventDensity;
  readonly width: number;
  /** What is in sight in the list, as two shares of the strip. */
  readonly box: readonly [number, number];
  /** The box is at least so wide, in pixels. */
  readonly narrowest: number;
}

const top = 4;
const floor = 48;
const gap = 1.5;
const labelWidth = 84;
/** Of the longest label that is usual. */
const textWidth = 56;

/** The drawing of the strip. Grey is everything, darker what matches, red what failed. */
export function StripBars({ density, width, box: [from, to], narrowest }: StripBarsProps) {
  const wide = Math.max(narrowest, (to - from) * width);
  const left = Math.min(Math.max(0, ((from + to) / 2) * width - wide / 2), width - wide);
  return (
    <>
      <Bars density={density} width={width} />
      <div className={styles.box} style={{ width: wide, height: floor + 9.5, transform: `translateX(${left}px)` }} />
    </>
  );
}

const Bars = memo(function Bars({ density, width }: { readonly density: EventDensity; readonly width: number }) {
  const { all, matching, failures, bounds } = density;
  const drawn = useMemo(() => {
    const full = fullBar(all);
    return { all: bars(all, full, width), matching: bars(matching ?? [], full, width), failures: ticks(failures, width) };
  }, [all, matching, failures, width]);
  const labels = useMemo(() => axisLabels(density, Math.max(1, Math.floor(width / labelWidth))), [density, width]);
  const [begin = 0, end = 0] = [bounds[0], bounds.at(-1)];
  return (
    <svg width={width} height="100%" aria-hidden className={styles.drawing}>
      <path className={styles.all} d={drawn.all} />
      <path className={styles.matching} d={drawn.matching} />
      <path className={styles.failures} d={drawn.failures} />
      <rect className={styles.floor} x={0} y={floor} width={width} height={1} />
      {labels.map(({ moment, text }) => {
        const x = shareAt(density, moment) * width;
        // A label that would hang out of the strip is left out.
        return moment < begin || moment > end || x > width - textWidth ? null : (
          <text key={moment} className={styles.label} x={x} y={floor + 22}>
            {text}
          </text>
        );
      })}
    </svg>
  );
});

function bars(counts: readonly number[], full: number, width: number): string {
  const each = width / Math.max(1, counts.length);
  const wide = Math.max(1, each - gap).toFixed(1);
  return counts.map((events, place) => {
    const height = heightOf(events, full) * (floor - top);
    return height === 0 ? '' : `M${(place * each).toFixed(1)} ${(floor - height).toFixed(1)}h${wide}V${floor}h-${wide}z`;
  }).join('');
}

function ticks(counts: readonly number[], width: number): string {
  const each = width / Math.max(1, counts.length);
  const wide = Math.max(2, each - gap).toFixed(1);
  return counts.map((events, place) => (events === 0 ? '' : `M${(place * each).toFixed(1)} ${floor + 2}h${wide}v3h-${wide}z`)).join('');
}
