import { t } from '@shared/language/language';
import type { UndoRefusal } from '@shared/library/history';
import { countOf } from '@shared/story/words';
import styles from './refusals.module.css';

interface RefusalsProps {
  readonly refusals: readonly UndoRefusal[];
  readonly count: number;
  /** Nothing was done yet. */
  readonly ahead?: boolean;
}

/** What cannot be taken back, each with its sentence. */
export function Refusals({ refusals, count, ahead = false }: RefusalsProps) {
  const more = count - refusals.length;
  const [is, are] = ahead ? ['stays', 'stay'] : [t('was left'), t('were left')];
  return (
    <section className={styles.refusals} aria-label={t('Not undone')}>
      <h3>{count === 1 ? t('One operation {is} as it is', { is }) : t('{count, plural, one {# operation} other {# operations}} {are} as they are', { count, are })}</h3>
      <ul>
        {refusals.map(({ content_hash, file_name, message }, at) => (
          <li key={`${content_hash} ${at}`}>
            <b>
              <bdi>{file_name}</bdi>
            </b>
            <span>{message}</span>
          </li>
        ))}
      </ul>
      {more > 0 && <p>and {countOf(more, 'other')}</p>}
    </section>
  );
}
