import { Search, X } from 'lucide-react';
import type { RefObject } from 'react';
import styles from './filter-field.module.css';
import { Icon } from './icon';
import { Kbd } from './kbd';

interface FilterFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  /** The key that leads here; empty for none. */
  readonly shortcut?: string;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onChange: (value: string) => void;
}

/** The text filter of a place. Escape empties it, then leaves it. */
export function FilterField({ label, placeholder, value, shortcut = 'F', field, onChange }: FilterFieldProps) {
  return (
    <div className={styles.field}>
      <Icon of={Search} size="sm" />
      <input
        ref={field}
        type="text"
        role="searchbox"
        aria-label={label}
        placeholder={placeholder}
        value={value}
        maxLength={200}
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          if (value === '') event.currentTarget.blur();
          else onChange('');
        }}
      />
      {value === '' ? (
        shortcut !== '' && <Kbd>{shortcut}</Kbd>
      ) : (
        <button type="button" className={styles.clear} aria-label="Clear the filter" onClick={() => onChange('')}>
          <Icon of={X} size="sm" />
        </button>
      )}
    </div>
  );
}
