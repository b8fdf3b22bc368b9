import { t } from '@shared/language/language';
import { settingsPanels } from '@shared/settings/settings-panels';
import { Button } from '../../../parts/button';
import { chooseImport, exportSettings } from '../../../store/use-settings';
import { SettingFrame } from '../setting-frame';
import styles from '../settings.module.css';

/** Settings go into a file, and come from one. */
export function TransferPanel({ words }: { readonly words: readonly string[] }) {
  return (
    <SettingFrame {...settingsPanels.transfer} words={words}>
      <div className={styles.buttons}>
        <Button onPress={() => void exportSettings(false)}>{t('Export settings…')}</Button>
        <Button onPress={() => void exportSettings(true)}>{t('Export with folders of this machine…')}</Button>
        <Button onPress={() => void chooseImport()}>{t('Import settings…')}</Button>
      </div>
      <p className={styles.note}>{t('Keys of services are never in the file; they stay in the secret store of this system.')}</p>
    </SettingFrame>
  );
}
