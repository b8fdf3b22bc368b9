import { t } from '@shared/language/language';
import { Settings2 } from 'lucide-react';
import { Button } from 'react-aria-components';
import { cx } from '../../parts/cx';
import { Icon } from '../../parts/icon';
import { goToSettings } from '../../store/use-view';
import styles from './settings-button.module.css';

/** Leads to the settings. */
export function SettingsButton() {
  return (
    <Button className={cx(styles.button)} aria-label={t('All settings')} onPress={() => goToSettings()}>
      <Icon of={Settings2} size="sm" inherit />
      {t('Settings')}
    </Button>
  );
}
