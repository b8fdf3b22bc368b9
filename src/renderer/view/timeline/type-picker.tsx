import { t } from '@shared/language/language';
import { Check, Search } from 'lucide-react';
import { useState } from 'react';
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField, useFilter } from 'react-aria-components';
import { cx } from '../../parts/cx';
import { Icon } from '../../parts/icon';
import { Shape } from '../../parts/shape';
import { setTimeline, useView } from '../../store/use-view';
import { choicesFor } from './type-choices';
import styles from './type-picker.module.css';

const atMost = 50;

/** Finds event types and prefixes by typing; each that is chosen becomes a token. */
export function TypePicker() {
  const patterns = useView((state) => state.timeline.patterns);
  const [typed, setTyped] = useState('');
  const { contains } = useFilter({ sensitivity: 'base' });
  const choices = choicesFor(typed, patterns);
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped} filter={contains}>
      <SearchField aria-label={t('Find an event type')} className={cx(styles.field)} autoFocus>
        <Icon of={Search} size="sm" />
        <Input role="combobox" aria-expanded aria-haspopup="listbox" placeholder={t('asset.*, quality.assessed …')} className={cx(styles.input)} maxLength={100} spellCheck={false} />
      </SearchField>
      <ListBox
        aria-label={t('Event types')}
        className={cx(styles.list)}
        selectionMode="multiple"
        selectedKeys={patterns}
        onSelectionChange={(keys) => {
          if (keys !== 'all') setTimeline({ patterns: [...keys].map(String).slice(0, atMost) });
        }}
        renderEmptyState={() => (
          <p className={styles.none}>{t('No type is called that. A type or prefix has a dot, as in shot.rendered or shot.*')}</p>
        )}
      >
        {choices.map(({ pattern, family, types }) => (
          <ListBoxItem key={pattern} id={pattern} textValue={pattern} className={cx(styles.item, types === 1 && styles.single)}>
            <Shape family={family} small silent />
            <span className={styles.name}>{pattern}</span>
            {types > 1 && <span className={styles.about}>{t('all {count, number}', { count: types })}</span>}
            <span className={styles.check}>
              <Icon of={Check} size="sm" inherit />
            </span>
          </ListBoxItem>
        ))}
      </ListBox>
    </Autocomplete>
  );
}
