import { t } from '@shared/language/language';
import { settingsPanels } from '@shared/settings/settings-panels';
import { bytesInWords } from '@shared/story/words';
import { useEffect } from 'react';
import { Button } from '../../../parts/button';
import { choosePlace, loadDataFolder, openDataFolder, settleOldFolder, useDataFolder } from '../../../store/use-data-folder';
import { SettingFrame } from '../setting-frame';
import styles from '../settings.module.css';
import { MoveDialog } from './move-dialog';

/** Where the data folder is, how much is in it, and moving it. */
export function DataFolderPanel({ words }: { readonly words: readonly string[] }) {
  const overview = useDataFolder((state) => state.overview);
  useEffect(() => void loadDataFolder(), []);
  const fixed = overview?.fixed ?? null;
  return (
    <SettingFrame
      {...settingsPanels.data_folder}
      words={words}
      control={<Button disabled={overview === null || fixed !== null} onPress={() => void choosePlace()}>{t('Move…')}</Button>}
    >
      {overview !== null && (
        <>
          <code className={styles.path}>{overview.folder}</code>
          <div className={styles.facts}>
            <span className={styles.note}>
              {t('{files, plural, one {# file} other {# files}}, {size}', { files: overview.files, size: bytesInWords(overview.bytes) })}
            </span>
            <Button kind="quiet" onPress={() => void openDataFolder()}>{t('Open the folder')}</Button>
          </div>
          {fixed !== null && <p className={styles.note}>{fixed}</p>}
          {overview.old_folder !== null && <OldFolder folder={overview.old_folder} />}
        </>
      )}
      <MoveDialog />
    </SettingFrame>
  );
}

function OldFolder({ folder }: { readonly folder: string }) {
  return (
    <div className={styles.well}>
      <p>{t('The data was moved from here. Alice does not use this folder any more.')}</p>
      <code>{folder}</code>
      <div className={styles.buttons}>
        <Button onPress={() => void settleOldFolder('trash')}>{t('Put the old folder into the trash')}</Button>
        <Button kind="quiet" onPress={() => void settleOldFolder('keep')}>{t('Keep it')}</Button>
      </div>
    </div>
  );
}
