import { SwitchButton, SwitchField } from 'react-aria-components';
import { cx } from './cx';
import styles from './switch.module.css';

interface SwitchProps {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** Something that is on or off; what it is called stands beside it. */
export function Switch({ label, on, onChange }: SwitchProps) {
  return (
    <SwitchField aria-label={label} isSelected={on} onChange={onChange}>
      <SwitchButton className={cx(styles.switch)}>
        <span className={styles.track} />
      </SwitchButton>
    </SwitchField>
  );
}
