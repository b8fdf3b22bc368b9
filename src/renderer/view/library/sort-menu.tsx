import { t } from '@shared/language/language';
import { librarySorts } from '@shared/library/library-filter';
import { ArrowDown, ArrowUp, Check } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import buttons from '../../parts/button.module.css';
import { cx } from '../../parts/cx';
import { Icon } from '../../parts/icon';
import { setLibrary, useView } from '../../store/use-view';
import styles from './sort-menu.module.css';
import { sortAfter, sortInWords, sorts } from './sorts';

interface SortMenuProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** The order of the library. The one that is on turns round when it is chosen again. */
export function SortMenu({ open, onOpenChange }: SortMenuProps) {
  const sort = useView((state) => state.library.sort);
  const arrow = <Icon of={sort.descending ? ArrowDown : ArrowUp} size="sm" inherit />;
  return (
    <MenuTrigger isOpen={open} onOpenChange={onOpenChange}>
      <Button className={cx(buttons.button, buttons.plain)} aria-label={t('Order: {sort}', { sort: sortInWords(sort) })}>
        {arrow}
        {sortInWords(sort)}
      </Button>
      <Popover className={cx(styles.popover)} placement="bottom end" offset={6}>
        <Menu
          className={cx(styles.menu)}
          aria-label={t('Order')}
          selectionMode="single"
          selectedKeys={[sort.by]}
          onAction={(key) => {
            const by = librarySorts.find((one) => one === key);
            if (by !== undefined) setLibrary({ sort: sortAfter(sort, by) });
          }}
        >
          {sorts.map(({ by, name }) => (
            <MenuItem key={by} id={by} textValue={name} className={cx(styles.item)}>
              <span className={styles.check}>
                <Icon of={Check} size="sm" inherit />
              </span>
              {name}
              {by === sort.by && <span className={styles.way}>{arrow}</span>}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
