import { t } from '@shared/language/language';
import type { UndoRefusal } from '@shared/library/history';
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
  return (
    <section className={styles.refusals} aria-label={t('Not undone')}>
      <h3>
        {ahead
          ? t('{count, plural, =1 {One operation stays as it is} one {# operation stays as it is} other {# operations stay as they are}}', { count })
          : t('{count, plural, =1 {One operation was left as it is} one {# operation was left as it is} other {# operations were left as they are}}', { count })}
      </h3>
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
      {more > 0 && <p>{t('and {more, plural, one {# other} other {# others}}', { more })}</p>}
    </section>
  );
}
