import { t } from '@shared/language/language';
import { Bookmark, ChevronDown, X } from 'lucide-react';
import { useEffect } from 'react';
import { Button as AriaButton, DialogTrigger } from 'react-aria-components';
import { cx } from '../../parts/cx';
import { DialogPopover } from '../../parts/dialog-popover';
import { Icon } from '../../parts/icon';
import { NameForm } from '../../parts/name-form';
import { isNarrowed } from '../../store/event-filter';
import { loadSavedFilters, recallFilter, saveFilter, useSavedFilters } from '../../store/event-filter-saved';
import { forgetSavedFilter } from '../../store/forget-saved';
import { say } from '../../store/use-toasts';
import { useView } from '../../store/use-view';
import row from './filter-row.module.css';
import styles from './saved-filters.module.css';

/** Filters under names: saved, put on again, forgotten. */
export function SavedFilters() {
  const saved = useSavedFilters((state) => state.saved);
  const narrowed = useView((state) => isNarrowed(state.timeline));
  useEffect(() => void loadSavedFilters(), []);
  if (saved.length === 0 && !narrowed) return null;
  const save = (wanted: string, close: () => void) => {
    saveFilter(wanted);
    close();
    say(t('Saved as “{name}”', { name: wanted }));
  };
  return (
    <DialogTrigger>
      <AriaButton className={cx(row.more, styles.button)}>
        <Icon of={Bookmark} size="sm" inherit />
        {saved.length === 0 ? t('Save filter') : t('Saved filters')}
        <Icon of={ChevronDown} size="sm" inherit />
      </AriaButton>
      <DialogPopover title={saved.length === 0 ? t('Save this filter') : t('Saved filters')} className={styles.popover} placement="bottom end">
        {(close) => (
          <>
            {saved.length > 0 && <SavedList close={close} />}
            {narrowed && (
              <NameForm
                label={t('Name of what is on now')}
                example={t('Failed workflows')}
                action={t('Save filter')}
                onSave={(wanted) => save(wanted, close)}
              />
            )}
          </>
        )}
      </DialogPopover>
    </DialogTrigger>
  );
}

function SavedList({ close }: { readonly close: () => void }) {
  const saved = useSavedFilters((state) => state.saved);
  return (
    <ul className={styles.list} aria-label={t('Saved filters')}>
      {saved.map((one) => (
        <li key={one.name} className={styles.saved}>
          <button
            type="button"
            className={styles.recall}
            data-renames="filter"
            data-name={one.name}
            onClick={() => {
              recallFilter(one);
              close();
            }}
          >
            <Icon of={Bookmark} size="sm" />
            <span>{one.name}</span>
          </button>
          <button type="button" className={styles.forget} aria-label={t('Forget {name}', { name: one.name })} onClick={() => forgetSavedFilter(one.name)}>
            <Icon of={X} size="sm" inherit />
          </button>
        </li>
      ))}
    </ul>
  );
}
