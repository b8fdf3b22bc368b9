import { t } from '@shared/language/language';
import type { OtherStyle } from '../../../store/board/form-values';
import { RowsOfTwo } from './rows-of-two';

interface OthersFieldProps {
  readonly others: readonly OtherStyle[];
  readonly onChange: (others: readonly OtherStyle[]) => void;
}

/** Styles that were considered, each with why not. */
export function OthersField({ others, onChange }: OthersFieldProps) {
  return (
    <RowsOfTwo
      rows={others.map(({ name, reason }) => [name, reason])}
      onChange={(rows) => onChange(rows.map(([name, reason]) => ({ name, reason })))}
      placeholders={[t('Style'), t('Why not')]}
      labels={(at) => [t('Alternative {at, number}', { at }), t('Why not alternative {at, number}', { at })]}
      unnamed={(at) => t('alternative {at, number}', { at })}
      add={t('Add alternative')}
    />
  );
}
