import { type KeyboardEvent, useState } from 'react';
import { FieldError, Input, TextField } from 'react-aria-components';
import { cx } from '../../parts/cx';
import styles from './text-control.module.css';

interface TextControlProps {
  readonly label: string;
  readonly value: string;
  readonly example: string;
  readonly problem: (text: string) => string | null;
  readonly onChange: (value: string) => void;
}

/** A text that counts when the field is left or Enter is pressed. One that will not do stays in the field, with the reason below. */
export function TextControl({ label, value, example, problem, onChange }: TextControlProps) {
  const [draft, setDraft] = useState(value);
  const [wrong, setWrong] = useState<string | null>(null);
  const [known, setKnown] = useState(value);
  // Changed elsewhere, by undo for one: what was being typed gives way.
  if (known !== value) {
    setKnown(value);
    setDraft(value);
    setWrong(null);
  }
  const keep = () => {
    const text = draft.trim();
    const found = problem(text);
    setWrong(found);
    if (found === null && text !== value) onChange(text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') keep();
    if (event.key !== 'Escape' || draft === value) return;
    event.stopPropagation();
    setDraft(value);
    setWrong(null);
  };
  return (
    <TextField
      className={cx(styles.field)} aria-label={label} value={draft} maxLength={2_000} isInvalid={wrong !== null} validationBehavior="aria"
      onChange={setDraft} onBlur={keep}
    >
      <Input className={cx(styles.input)} placeholder={example} spellCheck={false} autoComplete="off" translate="no" onKeyDown={onKeyDown} />
      <FieldError className={cx(styles.wrong)}>{wrong}</FieldError>
    </TextField>
  );
}
