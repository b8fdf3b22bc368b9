import type { EventFamily } from '@shared/events/catalog';
import { cx } from './cx';
import { type Mark, Shape } from './shape';
import styles from './thread.module.css';

export interface ThreadStep {
  readonly id: string;
  readonly family: EventFamily;
  readonly mark: Mark;
  readonly title: string;
  readonly why: string | null;
  readonly fact: string | null;
  readonly quote: string | null;
  readonly time: string;
}

interface ThreadProps {
  readonly label: string;
  readonly steps: readonly ThreadStep[];
  /** The step that is open. */
  readonly here?: string;
  /** Makes each step a way to its event. */
  readonly onOpen?: (id: string) => void;
}

/** Cause above, effect below: the shapes of events on a vertical line. */
export function Thread({ label, steps, here, onOpen }: ThreadProps) {
  return (
    <ol className={styles.thread} aria-label={label}>
      {steps.map((step) => (
        <li key={step.id} className={cx(styles.step, step.id === here && styles.here)} aria-current={step.id === here ? 'step' : undefined}>
          <span className={styles.node}>
            <Shape family={step.family} mark={step.mark} />
          </span>
          {onOpen === undefined ? (
            <span className={styles.title}>{step.title}</span>
          ) : (
            <button type="button" className={cx(styles.title, styles.open)} onClick={() => onOpen(step.id)}>
              {step.title}
            </button>
          )}
          <time className={styles.time}>{step.time}</time>
          {step.why !== null && <span className={styles.why}>{step.why}</span>}
          {step.quote !== null && <q className={styles.quote}>{step.quote}</q>}
          {step.fact !== null && <span className={styles.fact}>{step.fact}</span>}
        </li>
      ))}
    </ol>
  );
}
