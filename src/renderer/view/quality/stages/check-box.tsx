import { CheckboxButton, CheckboxField } from 'react-aria-components';
import { cx } from '../../../parts/cx';
import styles from './stages.module.css';

interface CheckBoxProps {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** Something that is on or off. */
export function CheckBox({ label, on, onChange }: CheckBoxProps) {
  return (
    <CheckboxField isSelected={on} onChange={onChange}>
      <CheckboxButton className={cx(styles.check)}>
        <span className={styles.box}>
          <svg viewBox="0 0 12 12" aria-hidden>
            <path d="m2.5 6.3 2.4 2.4 4.6-5.2" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" />
          </svg>
        </span>
        {label}
      </CheckboxButton>
    </CheckboxField>
  );
}
