import { t } from '@shared/language/language';
import { memo } from 'react';
import { Button } from 'react-aria-components';
import { cx } from '../../parts/cx';
import { isNarrowed, noFilter } from '../../store/event-filter';
import { setTimeline, useView } from '../../store/use-view';
import { FamilyFilter } from './family-filter';
import { FilterMenu } from './filter-menu';
import styles from './filter-row.module.css';
import { FilterTokens } from './filter-tokens';
import { SavedFilters } from './saved-filters';

/** What the timeline is narrowed to, and the ways to narrow it. */
export const FilterRow = memo(function FilterRow() {
  const narrowed = useView((state) => isNarrowed(state.timeline));
  return (
    <div className={styles.row}>
      <FamilyFilter />
      <FilterTokens />
      <FilterMenu />
      {narrowed && (
        <Button className={cx(styles.clear)} onPress={() => setTimeline(noFilter)}>
          {t('Clear filters')}
        </Button>
      )}
      <SavedFilters />
    </div>
  );
});
