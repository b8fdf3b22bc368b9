import { t } from '@shared/language/language';
import { useId } from 'react';
import { Button } from '../../../parts/button';
import { cx } from '../../../parts/cx';
import styles from './stages.module.css';

interface KeyFieldProps {
  /** Whether a key is kept already. It is never shown again. */
  readonly kept: boolean;
  /** What was written; null while nothing was, and then the kept one stays; empty when it is to be forgotten. */
  readonly value: string | null;
  /** Why no key can be kept here. */
  readonly problem: string | null;
  readonly wide?: boolean;
  readonly onChange: (value: string | null) => void;
  readonly onEnter: () => void;
}

/** A key: it goes to the system's secret store and never comes back. */
export function KeyField({ kept, value, problem, wide = false, onChange, onEnter }: KeyFieldProps) {
  const id = useId();
  const forgets = kept && value === '';
  const hint = forgets ? t('The kept key is forgotten when you save.') : kept ? t('A key is kept. Leave this empty to keep it.') : t('As the service wants it, for example: Bearer 1234');
  return (
    <div className={cx(styles.field, wide && styles.wide)}>
      <label htmlFor={id}>{t('Key')}</label>
      <div className={styles.key}>
        <input
          id={id}
          type="password"
          value={value ?? ''}
          maxLength={10_000}
          spellCheck={false}
          autoComplete="off"
          disabled={problem !== null}
          aria-describedby={`${id} hint`}
          onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') onEnter();
          }}
        />
        {kept && !forgets && <Button onPress={() => onChange('')}>{t('Forget the key')}</Button>}
      </div>
      <small id={`${id} hint`}>{problem ?? hint}</small>
    </div>
  );
}
