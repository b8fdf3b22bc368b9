import { t } from '@shared/language/language';
import { memo, type PointerEvent, useMemo, useRef, useState } from 'react';
import { useWidth } from '../../parts/use-width';
import type { EventFilter } from '../../store/event-filter';
import { useOlder } from '../../store/use-older';
import styles from './scrubber.module.css';
import { momentAt, now, shareAt, stretchAt, type StripPlace } from './strip';
import { StripBars } from './strip-bars';
import { StripTip } from './strip-tip';
import { placeInWords } from './strip-words';
import { type Density, useDensity } from './use-density';
import { useStripKeys } from './use-strip-keys';

interface ScrubberProps {
  readonly filter: EventFilter;
  /** The newest events are shown as they come in. */
  readonly live: boolean;
  readonly onStand: (moment: number) => Promise<void>;
  readonly onNow: () => void;
  readonly onCount: (matching: number | null) => void;
}

/** A stretch is at least so wide, in pixels. */
const stretchWidth = 7;
const narrowestSight = 12;

/** The whole log as a strip: how much happened when, where the list stands, and the way to any other time. */
export const Scrubber = memo(function Scrubber(props: ScrubberProps) {
  const element = useRef<HTMLDivElement>(null);
  const width = useWidth(element);
  const density = useDensity(props.filter, Math.min(400, Math.floor(width / stretchWidth)), props.onCount);
  return (
    <div ref={element} className={styles.scrubber}>
      {density !== null && density.answer.first !== null && <Strip {...props} density={density} width={width} />}
    </div>
  );
});

function Strip({ density, width, live, onStand, onNow }: ScrubberProps & { readonly density: Density; readonly width: number }) {
  const { answer } = density;
  const sight = useOlder((state) => state.sight);
  const [hovered, setHovered] = useState<number | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const [focused, setFocused] = useState(false);
  const seen: StripPlace = live || sight === null ? now : stretchAt(answer, sight.newest);
  const { place, onKeyDown, forget } = useStripKeys({ density: answer, seen, onStand, onNow });
  const last = answer.bounds.length - 1;

  const shareOf = ({ clientX, currentTarget }: PointerEvent) => {
    const { left, width: wide } = currentTarget.getBoundingClientRect();
    return (clientX - left) / wide;
  };
  const lead = (event: PointerEvent) => {
    const share = Math.min(1, Math.max(0, shareOf(event)));
    forget();
    // Where it is pressed the list stands at once, and what is in sight with it: only a drag is ahead of them.
    if (event.type === 'pointermove') setDragged(share);
    const moment = momentAt(answer, share);
    if (moment >= Date.now() || share === 1) onNow();
    else void onStand(moment);
  };

  const box = useMemo(() => boxOf(answer, sight, place, dragged), [answer, sight, place, dragged]);
  const told = dragged ?? hovered ?? (focused && place !== now ? (place + 0.5) / last : null);
  return (
    <div
      role="slider"
      aria-label={t('Time')}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={place === now ? last : place}
      aria-valuetext={placeInWords(answer, place, sight?.newest ?? answer.bounds[last] ?? 0)}
      tabIndex={0}
      className={styles.strip}
      onKeyDown={onKeyDown}
      onFocus={(event) => setFocused(event.currentTarget.matches(':focus-visible'))}
      onBlur={() => setFocused(false)}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        lead(event);
      }}
      onPointerMove={(event) => {
        setHovered(shareOf(event));
        if (event.currentTarget.hasPointerCapture(event.pointerId)) lead(event);
      }}
      onPointerUp={() => setDragged(null)}
      onPointerCancel={() => setDragged(null)}
      onPointerLeave={() => setHovered(null)}
    >
      <StripBars density={answer} width={width} box={box} narrowest={narrowestSight} />
      {told !== null && told >= 0 && told <= 1 && <StripTip density={answer} share={told} width={width} words={density.words} />}
    </div>
  );
}

/** The part of the strip that is in sight in the list, as two shares of it. */
function boxOf(
  density: Density['answer'],
  sight: { readonly newest: number; readonly oldest: number } | null,
  place: StripPlace,
  dragged: number | null,
): readonly [number, number] {
  if (dragged !== null) return [dragged, dragged];
  if (sight === null) return [1, 1];
  // A bar of which something is in sight lies in the box from its beginning on.
  const from = stretchAt(density, sight.oldest) / (density.bounds.length - 1);
  return [from, place === now ? 1 : shareAt(density, sight.newest)];
}
