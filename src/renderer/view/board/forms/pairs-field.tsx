import { t } from '@shared/language/language';
import { Plus, X } from 'lucide-react';
import { Button } from '../../../parts/button';
import type { Pair } from '../../../store/board/form-values';
import styles from './forms.module.css';
import { takeFocus } from './take-focus';

interface PairsFieldProps {
  readonly label: string;
  readonly keyLabel: string;
  readonly pairs: readonly Pair[];
  readonly onChange: (pairs: readonly Pair[]) => void;
}

/** Lines of a name and what is said of it. */
export function PairsField({ label, keyLabel, pairs, onChange }: PairsFieldProps) {
  const change = (at: number, pair: Pair) => onChange(pairs.map((each, i) => (i === at ? pair : each)));
  return (
    <>
      {pairs.map((pair, at) => (
        <div key={at} className={styles.pair}>
          <input
            type="text"
            aria-label={`${keyLabel} ${at + 1}, ${label}`}
            placeholder={keyLabel}
            value={pair.key}
            maxLength={200}
            ref={pair.key === '' && pair.value === '' ? takeFocus : undefined}
            onChange={(event) => change(at, { ...pair, key: event.target.value })}
          />
          <input
            type="text"
            aria-label={t('Value {at}, {label}', { at: at + 1, label })}
            placeholder={t('Value')}
            value={pair.value}
            onChange={(event) => change(at, { ...pair, value: event.target.value })}
          />
          <Button kind="quiet" icon={X} label={`Remove ${pair.key === '' ? t('line {at}', { at: at + 1 }) : pair.key}`} onPress={() => onChange(pairs.filter((_, i) => i !== at))} />
        </div>
      ))}
      <div>
        <Button icon={Plus} onPress={() => onChange([...pairs, { key: '', value: '' }])}>{t('Add {keyLabel}', { keyLabel: keyLabel.toLowerCase() })}</Button>
      </div>
    </>
  );
}
