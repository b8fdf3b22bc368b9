import { ChevronDown, ChevronRight } from 'lucide-react';
import { Icon } from '../../parts/icon';
import { foldGroup, useViewMemory } from '../../store/use-view-memory';
import styles from './projects.module.css';

export const useFolded = (name: string): boolean => useViewMemory(({ folded }) => folded.includes(name));

/** The heading of a group of the sidebar: pressed, it folds and unfolds it. */
export function GroupHeading({ name, keptAs }: { readonly name: string; readonly keptAs: string }) {
  const folded = useFolded(keptAs);
  return (
    <h2 className={styles.heading}>
      <button type="button" className={styles.fold} aria-expanded={!folded} onClick={() => foldGroup(keptAs, !folded)}>
        {name}
        <Icon of={folded ? ChevronRight : ChevronDown} size="sm" inherit />
      </button>
    </h2>
  );
}
