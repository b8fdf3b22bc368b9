import { t } from '@shared/language/language';
import type { EventDensity } from '@shared/library/event-density';
import { number } from '../../parts/numbers';
import { Shape } from '../../parts/shape';
import styles from './scrubber.module.css';
import { familiesIn } from './strip';
import { countInWords, stretchInWords } from './strip-words';

interface StripTipProps {
  readonly density: EventDensity;
  /** Where the pointer is, 0 … 1. */
  readonly share: number;
  readonly width: number;
  /** Words are looked for, which are not counted by time. */
  readonly words: boolean;
}

/** Half of what the tip needs at the most, in pixels, so that it does not hang out of the strip. */
const half = 130;

/** What a stretch of the strip holds. Readers of the screen have the same from the slider's value. */
export function StripTip({ density, share, width, words }: StripTipProps) {
  const stretches = density.bounds.length - 1;
  const stretch = Math.min(stretches - 1, Math.floor(share * stretches));
  const failed = density.failures[stretch] ?? 0;
  const left = Math.min(Math.max(half, share * width), Math.max(half, width - half));
  return (
    <div className={styles.tip} aria-hidden style={{ left }}>
      <span>
        {stretchInWords(density, stretch)} · <b>{countInWords(density, stretch)}</b>
      </span>
      <span className={styles.families}>
        {familiesIn(density, stretch).map(([family, events]) => (
          <span key={family}>
            <Shape family={family} small silent />
            {number(events)}
          </span>
        ))}
        {failed > 0 && <span className={styles.failed}>{t('{failed, number} failed', { failed })}</span>}
        {words && <span>{t('Words are not counted by time')}</span>}
      </span>
    </div>
  );
}
