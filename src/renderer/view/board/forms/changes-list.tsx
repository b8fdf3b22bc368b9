import { t } from '@shared/language/language';
import type { FieldChange } from '@shared/library/board-diff';
import { useId } from 'react';
import { textOf } from '../../../store/board/form-values';
import { fieldInWords } from '../field-words';
import styles from './changes-list.module.css';

/** What becomes different from the version before, while it is written. */
export function ChangesList({ changes }: { readonly changes: readonly FieldChange[] }) {
  const id = useId();
  return (
    <section className={styles.changes} aria-labelledby={id}>
      <h3 id={id}>{t('Against the version before')}</h3>
      {changes.length === 0 ? (
        <p>{t('Nothing is different yet.')}</p>
      ) : (
        <ul>
          {changes.map(({ field, kind, before, after }) => (
            <li key={`${field} ${kind} ${textOf(before)} ${textOf(after)}`}>
              <span className={styles.field}>{fieldInWords(field)}</span>
              {kind !== 'added' && <del>{inWords(before)}</del>}
              {kind !== 'removed' && <ins>{inWords(after)}</ins>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const hash = /^[0-9a-f]{64}$/;

function inWords(value: unknown): string {
  if (value === null || value === '') return t('nothing');
  if (typeof value === 'string') return hash.test(value) ? t('picture {hash}', { hash: value.slice(0, 8) }) : value;
  return textOf(value);
}
