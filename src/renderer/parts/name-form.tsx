import { t } from '@shared/language/language';
import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { Button } from './button';
import { cx } from './cx';
import styles from './name-form.module.css';

interface NameFormProps {
  readonly label: string;
  readonly example: string;
  /** What it is called now. */
  readonly initial?: string;
  /** What the button says. */
  readonly action: string;
  /** Gets the name without space around it, and only when there is one. */
  readonly onSave: (name: string) => void;
}

/** Asks for the name under which something is saved. */
export function NameForm({ label, example, initial = '', action, onSave }: NameFormProps) {
  const [name, setName] = useState(initial);
  const wanted = name.trim();
  const save = () => {
    if (wanted !== '') onSave(wanted);
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextField className={cx(styles.field)} value={name} onChange={setName} maxLength={60} autoFocus>
        <Label>{label}</Label>
        <Input className={cx(styles.input)} placeholder={example} />
      </TextField>
      <Button kind="primary" why={wanted === '' ? t('Write a name first') : null} onPress={save}>
        {action}
      </Button>
    </form>
  );
}
