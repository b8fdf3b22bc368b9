import { t } from '@shared/language/language';
import { Plus, X } from 'lucide-react';
import { Button } from '../../../parts/button';
import type { OtherStyle } from '../../../store/board/form-values';
import styles from './forms.module.css';
import { takeFocus } from './take-focus';

interface OthersFieldProps {
  readonly others: readonly OtherStyle[];
  readonly onChange: (others: readonly OtherStyle[]) => void;
}

/** Styles that were considered, each with why not. */
export function OthersField({ others, onChange }: OthersFieldProps) {
  const change = (at: number, other: OtherStyle) => onChange(others.map((each, i) => (i === at ? other : each)));
  return (
    <>
      {others.map((other, at) => (
        <div key={at} className={styles.pair}>
          <input
            type="text"
            aria-label={t('Alternative {at}', { at: at + 1 })}
            placeholder={t('Style')}
            value={other.name}
            ref={other.name === '' && other.reason === '' ? takeFocus : undefined}
            onChange={(event) => change(at, { ...other, name: event.target.value })}
          />
          <input
            type="text"
            aria-label={t('Why not alternative {at}', { at: at + 1 })}
            placeholder={t('Why not')}
            value={other.reason}
            onChange={(event) => change(at, { ...other, reason: event.target.value })}
          />
          <Button kind="quiet" icon={X} label={`Remove ${other.name === '' ? t('alternative {at}', { at: at + 1 }) : other.name}`} onPress={() => onChange(others.filter((_, i) => i !== at))} />
        </div>
      ))}
      <div>
        <Button icon={Plus} onPress={() => onChange([...others, { name: '', reason: '' }])}>{t('Add alternative')}</Button>
      </div>
    </>
  );
}
