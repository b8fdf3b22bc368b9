import { type Key, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { cx } from './cx';
import styles from './segmented.module.css';

interface SegmentedProps<V extends string> {
  readonly label: string;
  readonly options: readonly (readonly [value: V, name: string])[];
  /** Null when it is none of them. */
  readonly value: V | null;
  readonly large?: boolean;
  readonly onChange: (value: V) => void;
}

/** One of a few. */
export function Segmented<V extends string>({ label, options, value, large = false, onChange }: SegmentedProps<V>) {
  const choose = (keys: Set<Key>) => {
    const chosen = options.find(([option]) => keys.has(option));
    if (chosen !== undefined) onChange(chosen[0]);
  };
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={cx(styles.segmented, large && styles.large)}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={value === null ? [] : [value]}
      onSelectionChange={choose}
    >
      {options.map(([option, name]) => (
        <ToggleButton key={option} id={option} className={cx(styles.option)}>
          {name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
