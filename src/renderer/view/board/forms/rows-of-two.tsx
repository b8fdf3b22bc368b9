import { t } from '@shared/language/language';
import { Plus, X } from 'lucide-react';
import { Button } from '../../../parts/button';
import styles from './forms.module.css';
import { takeFocus } from './take-focus';

type TwoTexts = readonly [string, string];

interface RowsOfTwoProps {
  readonly rows: readonly TwoTexts[];
  readonly onChange: (rows: readonly TwoTexts[]) => void;
  readonly placeholders: TwoTexts;
  /** What the two texts of a row are called. */
  readonly labels: (row: number) => TwoTexts;
  /** What a row is called whose first text is empty. */
  readonly unnamed: (row: number) => string;
  readonly add: string;
  /** Of the first text. */
  readonly maxLength?: number;
}

/** Rows of two texts; the first names what the second says something of. */
export function RowsOfTwo({ rows, onChange, placeholders, labels, unnamed, add, maxLength }: RowsOfTwoProps) {
  const change = (at: number, row: TwoTexts) => onChange(rows.map((each, i) => (i === at ? row : each)));
  return (
    <>
      {rows.map(([first, second], at) => (
        <div key={at} className={styles.pair}>
          <input
            type="text"
            aria-label={labels(at + 1)[0]}
            placeholder={placeholders[0]}
            value={first}
            maxLength={maxLength}
            ref={first === '' && second === '' ? takeFocus : undefined}
            onChange={(event) => change(at, [event.target.value, second])}
          />
          <input
            type="text"
            aria-label={labels(at + 1)[1]}
            placeholder={placeholders[1]}
            value={second}
            onChange={(event) => change(at, [first, event.target.value])}
          />
          <Button
            kind="quiet"
            icon={X}
            label={t('Remove {name}', { name: first === '' ? unnamed(at + 1) : first })}
            onPress={() => onChange(rows.filter((_, i) => i !== at))}
          />
        </div>
      ))}
      <div>
        <Button icon={Plus} onPress={() => onChange([...rows, ['', '']])}>{add}</Button>
      </div>
    </>
  );
}
