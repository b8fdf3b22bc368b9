import type { CommandId } from '@shared/commands/all-commands';
import { t } from '@shared/language/language';
import { Search, X } from 'lucide-react';
import type { RefObject } from 'react';
import { CommandKbd } from './command-kbd';
import styles from './filter-field.module.css';
import { Icon } from './icon';

interface FilterFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  /** The command that leads here, if one does. */
  readonly command?: CommandId;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onChange: (value: string) => void;
}

/** The text filter of a place. Escape empties it, then leaves it. */
export function FilterField({ label, placeholder, value, command, field, onChange }: FilterFieldProps) {
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
        command !== undefined && <CommandKbd command={command} />
      ) : (
        <button type="button" className={styles.clear} aria-label={t('Clear the filter')} onClick={() => onChange('')}>
          <Icon of={X} size="sm" />
        </button>
      )}
    </div>
  );
}
