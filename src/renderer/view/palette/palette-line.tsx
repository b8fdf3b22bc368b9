import { capsOf } from '@shared/commands/key-words';
import { cx } from '../../parts/cx';
import { Kbd } from '../../parts/kbd';
import { Thumb } from '../../parts/thumb';
import styles from './command-palette.module.css';
import type { Entry } from './palette-entries';

interface PaletteLineProps {
  readonly id: string;
  readonly entry: Entry;
  readonly active: boolean;
  readonly platform: string;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

/** One line; the keyboard stays in the field above and only points at it. */
export function PaletteLine({ id, entry, active, platform, onPoint, onChoose }: PaletteLineProps) {
  const { title, about, disabled, marks, keys, picture } = entry;
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      className={cx(styles.line)}
      aria-selected={active}
      aria-disabled={disabled}
      onPointerMove={active ? undefined : onPoint}
      onClick={onChoose}
      onKeyDown={(event) => { if (event.key === 'Enter') onChoose(); }}
    >
      {picture !== undefined && <Thumb hash={picture} className={styles.picture} />}
      <span className={styles.title}>{marked(title, marks)}</span>
      <span className={styles.about}>{about}</span>
      {keys !== null && <span className={styles.keys}>{capsOf(keys, platform).map((cap) => <Kbd key={cap}>{cap}</Kbd>)}</span>}
    </div>
  );
}

/** The title in pieces, so that letters that belong together are never parted. */
function marked(title: string, marks: readonly number[]) {
  const pieces: { text: string; readonly on: boolean }[] = [];
  for (let at = 0; at < title.length; at += 1) {
    const on = marks.includes(at);
    const last = pieces.at(-1);
    if (last?.on === on) last.text += title[at] ?? '';
    else pieces.push({ text: title[at] ?? '', on });
  }
  return pieces.map(({ text, on }, at) => (on ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>));
}
