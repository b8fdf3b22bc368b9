import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon';
import styles from './token.module.css';

interface TokenProps {
  readonly name: string;
  /** Between name and value, where more than one word could stand. */
  readonly verb?: string;
  readonly value: ReactNode;
  /** Spoken on the button that takes the filter away. */
  readonly removeLabel: string;
  readonly onRemove: () => void;
}

/** A filter that is on. */
export function Token({ name, verb, value, removeLabel, onRemove }: TokenProps) {
  return (
    <span className={styles.token}>
      <span className={styles.name}>{name} </span>
      {verb !== undefined && <span className={styles.verb}>{verb} </span>}
      <b>{value}</b>
      <button type="button" aria-label={removeLabel} onClick={onRemove}>
        <Icon of={X} size="sm" />
      </button>
    </span>
  );
}
