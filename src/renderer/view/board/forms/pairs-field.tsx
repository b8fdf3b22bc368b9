import { inSentence } from '@shared/language/formats';
import { t } from '@shared/language/language';
import type { Pair } from '../../../store/board/form-values';
import { RowsOfTwo } from './rows-of-two';

interface PairsFieldProps {
  readonly label: string;
  readonly keyLabel: string;
  readonly pairs: readonly Pair[];
  readonly onChange: (pairs: readonly Pair[]) => void;
}

/** Lines of a name and what is said of it. */
export function PairsField({ label, keyLabel, pairs, onChange }: PairsFieldProps) {
  return (
    <RowsOfTwo
      rows={pairs.map(({ key, value }) => [key, value])}
      onChange={(rows) => onChange(rows.map(([key, value]) => ({ key, value })))}
      placeholders={[keyLabel, t('Value')]}
      labels={(at) => [`${keyLabel} ${at}, ${label}`, t('Value {at, number}, {label}', { at, label })]}
      unnamed={(at) => t('line {at, number}', { at })}
      add={t('Add {what}', { what: inSentence(keyLabel) })}
      maxLength={200}
    />
  );
}
