import { t } from '@shared/language/language';
import type { ReactNode } from 'react';
import { Thumb } from '../../../parts/thumb';
import { goToPicture } from '../../../store/use-view';
import styles from './page.module.css';

interface ItemRowProps {
  readonly name: string;
  /** The author's. */
  readonly words: string | null;
  /** Content hashes. */
  readonly pictures: readonly string[];
  readonly onOpen: () => void;
  readonly children?: ReactNode;
}

/** So many pictures stand in a row. */
const most = 6;

/** One thing that was decided, with the way to its card and to its pictures. */
export function ItemRow({ name, words, pictures, onOpen, children }: ItemRowProps) {
  return (
    <li className={styles.item}>
      <div className={styles.line}>
        <button type="button" className={styles.open} dir="auto" onClick={onOpen}>{name}</button>
        {children}
      </div>
      {words !== null && words !== '' && <p className={styles.words} dir="auto">{words}</p>}
      {pictures.length > 0 && (
        <div className={styles.strip}>
          {pictures.slice(0, most).map((hash, at) => (
            <button key={hash} type="button" aria-label={t('Picture {at, number} of {name}', { at: at + 1, name })} onClick={() => goToPicture(hash)}>
              <Thumb hash={hash} className={styles.thumb} />
            </button>
          ))}
          {pictures.length > most && <span>{t('and {count, number} more', { count: pictures.length - most })}</span>}
        </div>
      )}
    </li>
  );
}
