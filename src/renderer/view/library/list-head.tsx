import { t } from '@shared/language/language';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { Icon } from '../../parts/icon';
import { setLibrary, useView } from '../../store/use-view';
import { listColumns } from './list-columns';
import styles from './picture-list.module.css';
import { sortAfter } from './sorts';

const all = [{ id: 'name', name: t('Name'), by: 'name' }, { id: 'stars', name: t('Stars'), by: 'stars' }, ...listColumns] as const;

/** The names of the columns; those that can be sorted by are buttons. */
export function ListHead() {
  const sort = useView((state) => state.library.sort);
  return (
    <div className={styles.head} role="group" aria-label={t('Order by column')}>
      {all.map(({ id, name, by }) => {
        if (by === null) return <span key={id} className={styles[id]}>{name}</span>;
        const on = sort.by === by;
        const ordered = sort.descending ? t('{column}, descending', { column: name }) : t('{column}, ascending', { column: name });
        return (
          <button key={id} type="button" className={styles[id]} aria-pressed={on} aria-label={on ? ordered : name} onClick={() => setLibrary({ sort: sortAfter(sort, by) })}>
            {name}
            {on && <Icon of={sort.descending ? ArrowDown : ArrowUp} size="sm" inherit />}
          </button>
        );
      })}
    </div>
  );
}
