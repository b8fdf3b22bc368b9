import { useId } from 'react';
import { cx } from '../../../parts/cx';
import styles from './stages.module.css';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly wide?: boolean;
  readonly disabled?: boolean;
  readonly onChange: (value: string) => void;
  readonly onEnter: () => void;
}

/** One line of text with its name above it. */
export function TextField({ label, value, hint, wide = false, disabled = false, onChange, onEnter }: TextFieldProps) {
  const id = useId();
  return (
    <div className={cx(styles.field, wide && styles.wide)}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        value={value}
        maxLength={2_000}
        spellCheck={false}
        autoComplete="off"
        disabled={disabled}
        {...(hint !== undefined && { 'aria-describedby': `${id} hint` })}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onEnter();
        }}
      />
      {hint !== undefined && <small id={`${id} hint`}>{hint}</small>}
    </div>
  );
}
