import { t } from '@shared/language/language';
import type { SectionId, SettingsSection } from '@shared/settings/settings-sections';
import { cx } from '../../parts/cx';
import { Icon } from '../../parts/icon';
import nav from '../../parts/nav-item.module.css';
import { sectionIcons } from './settings-icons';
import styles from './settings.module.css';

interface SettingsNavProps {
  readonly sections: readonly SettingsSection[];
  /** The section that is in sight. */
  readonly current: string | null;
  readonly onChoose: (id: string) => void;
}

/** The sections at the side. */
export function SettingsNav({ sections, current, onChoose }: SettingsNavProps) {
  return (
    <nav className={styles.nav} aria-label={t('Sections of the settings')}>
      <ul>
        {sections.map(({ id, title }) => (
          <li key={id}>
            <button
              type="button"
              className={cx(nav.item, styles.item)}
              title={title}
              aria-current={current === id ? 'location' : undefined}
              onClick={() => onChoose(id)}
            >
              <Icon of={sectionIcons[id as SectionId]} inherit />
              <span className={cx(nav.name, styles.itemName)}>{title}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
