import { t } from '@shared/language/language';
import { Bookmark, X } from 'lucide-react';
import { cx } from '../../parts/cx';
import { Icon } from '../../parts/icon';
import nav from '../../parts/nav-item.module.css';
import { forgetSavedSearch } from '../../store/forget-saved';
import { showSearch, useView } from '../../store/use-view';
import { GroupHeading, useFolded } from './group-heading';
import styles from './saved-searches.module.css';
import sidebar from './sidebar.module.css';

/** Searches that were given a name; one click asks them again. */
export function SavedSearches() {
  const folded = useFolded('Saved');
  const saved = useView((state) => state.library.saved);
  if (saved.length === 0) return null;
  return (
    <nav aria-label={t('Saved searches')} className={styles.saved}>
      <GroupHeading name={t('Saved')} keptAs="Saved" />
      <ul className={sidebar.group} hidden={folded}>
        {saved.map(({ name, filter }) => (
          <li key={name} className={styles.search}>
            <button type="button" className={cx(nav.item, sidebar.item)} title={name} data-renames="search" data-name={name} onClick={() => showSearch(filter)}>
              <Icon of={Bookmark} inherit />
              <span className={cx(nav.name, sidebar.name)}>{name}</span>
            </button>
            <button type="button" className={styles.forget} aria-label={t('Forget {name}', { name })} onClick={() => forgetSavedSearch(name)}>
              <Icon of={X} size="sm" inherit />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
