import { type ReactNode, useId } from 'react';
import { Marked } from './marked';
import styles from './settings.module.css';

interface SettingFrameProps {
  readonly title: string;
  /** Set where the heading above says the same. */
  readonly untitled?: boolean;
  readonly sentence: string;
  /** Words that are looked for. */
  readonly words: readonly string[];
  /** Beside the title: that it was changed, and the way back. */
  readonly beside?: ReactNode;
  /** At the end of the row. */
  readonly control?: ReactNode;
  /** Below, over the whole width. */
  readonly children?: ReactNode;
}

/** What everything among the settings has in common: a name, a sentence, and what changes it. */
export function SettingFrame({ title, untitled = false, sentence, words, beside, control, children }: SettingFrameProps) {
  const id = useId();
  return (
    <div className={styles.setting} role="group" aria-label={title} aria-describedby={`${id}-sentence`}>
      <div className={styles.words}>
        {!untitled && (
          <div className={styles.title}>
            <h3>
              <Marked words={words}>{title}</Marked>
            </h3>
            {beside}
          </div>
        )}
        <p id={`${id}-sentence`}>
          <Marked words={words}>{sentence}</Marked>
        </p>
      </div>
      {control !== undefined && <div className={styles.control}>{control}</div>}
      {children !== undefined && <div className={styles.below}>{children}</div>}
    </div>
  );
}
