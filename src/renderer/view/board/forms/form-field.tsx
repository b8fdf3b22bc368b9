import { type ReactNode, useId } from 'react';
import type { FormValues } from '../../../store/board/form-values';
import type { FieldSpec } from './form-spec';
import styles from './forms.module.css';
import { takeFocus } from './take-focus';
import { OthersField } from './others-field';
import { PairsField } from './pairs-field';
import { PicturesField } from './pictures-field';

interface FormFieldProps {
  readonly field: FieldSpec;
  readonly values: FormValues;
  /** A sentence, where something is wrong with it. */
  readonly problem: string | null;
  /** Whether the keyboard begins here. */
  readonly first: boolean;
  readonly onChange: (values: FormValues) => void;
}

export function FormField({ field, values, problem, first, onChange }: FormFieldProps) {
  const id = useId();
  const { name, label, hint } = field;
  const setWords = (text: string) => onChange({ ...values, words: { ...values.words, [name]: text } });
  const shared = {
    id,
    value: values.words[name] ?? '',
    ref: first ? takeFocus : undefined,
    'aria-invalid': problem !== null,
    'aria-describedby': cxIds(hint !== undefined && `${id} hint`, problem !== null && `${id} problem`),
  };
  const below = (
    <>
      {hint !== undefined && <small id={`${id} hint`}>{hint}</small>}
      {problem !== null && <small id={`${id} problem`} className={styles.problem} role="alert">{problem}</small>}
    </>
  );
  const single = (control: ReactNode) => (
    <div className={styles.field} data-field={name}>
      <label htmlFor={id}>{label}</label>
      {control}
      {below}
    </div>
  );
  switch (field.kind) {
    case 'line':
      return single(<input type="text" autoComplete="off" {...shared} onChange={(event) => setWords(event.target.value)} />);
    case 'text':
      return single(<textarea rows={3} {...shared} onChange={(event) => setWords(event.target.value)} />);
    case 'choice':
      return single(
        <select {...shared} onChange={(event) => setWords(event.target.value)}>
          {field.options.map(([value, words]) => <option key={value} value={value}>{words}</option>)}
        </select>,
      );
    case 'pairs':
    case 'others':
    case 'pictures':
      return (
        <div role="group" className={styles.field} data-field={name} aria-labelledby={id}>
          <span id={id} className={styles.label}>{label}</span>
          {field.kind === 'pairs' && (
            <PairsField
              label={label}
              keyLabel={field.keyLabel}
              pairs={values.pairs[name] ?? []}
              onChange={(pairs) => onChange({ ...values, pairs: { ...values.pairs, [name]: pairs } })}
            />
          )}
          {field.kind === 'others' && <OthersField others={values.others} onChange={(others) => onChange({ ...values, others })} />}
          {field.kind === 'pictures' && <PicturesField label={label} pictures={values.pictures} onChange={(pictures) => onChange({ ...values, pictures })} />}
          {below}
        </div>
      );
  }
}

function cxIds(...ids: readonly (string | false)[]): string | undefined {
  const said = ids.filter((id) => id !== false).join(' ');
  return said === '' ? undefined : said;
}
