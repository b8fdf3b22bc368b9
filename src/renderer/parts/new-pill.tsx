import { ArrowUp } from 'lucide-react';
import { Icon } from './icon';
import styles from './new-pill.module.css';

/** What waits above a list that is held still. */
export function NewPill({ text, onPress }: { readonly text: string; readonly onPress: () => void }) {
  return (
    <button type="button" className={styles.pill} onClick={onPress}>
      <Icon of={ArrowUp} size="sm" inherit />
      {text}
    </button>
  );
}
