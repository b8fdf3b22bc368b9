import { t } from '@shared/language/language';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { cx } from '../../parts/cx';
import { familyNames } from '../../parts/family-names';
import { Shape } from '../../parts/shape';
import { setTimeline, useView } from '../../store/use-view';
import styles from './filter-row.module.css';

/** Chips that narrow the timeline to some families of events. None pressed means all. */
export function FamilyFilter() {
  const chosen = useView((state) => state.timeline.families);
  return (
    <ToggleButtonGroup
      aria-label={t('Show only')}
      className={cx(styles.chips)}
      selectionMode="multiple"
      selectedKeys={chosen}
      onSelectionChange={(keys) => setTimeline({ families: familyNames.map(([family]) => family).filter((family) => keys.has(family)) })}
    >
      {familyNames.map(([family, name]) => (
        <ToggleButton key={family} id={family} className={cx(styles.chip)}>
          <Shape family={family} small silent />
          {name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
