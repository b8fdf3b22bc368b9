import { dateLocale, t } from '@shared/language/language';
import { settingsPanels } from '@shared/settings/settings-panels';
import { useEffect } from 'react';
import { Button } from '../../../parts/button';
import { backUpNow, loadCare, useCare } from '../../../store/use-care';
import { go, setCare } from '../../../store/use-view';
import { SettingFrame } from '../setting-frame';
import styles from '../settings.module.css';

/** How many backups there are and how old the newest is. */
export function BackupsPanel({ words }: { readonly words: readonly string[] }) {
  const backups = useCare((state) => state.overview?.backups ?? null);
  const busy = useCare((state) => state.backing_up);
  useEffect(() => void loadCare(), []);
  const newest = backups?.[0];
  const toCare = () => {
    go('care');
    setCare({ part: 'health' });
  };
  return (
    <SettingFrame
      {...settingsPanels.backups}
      words={words}
      control={<Button disabled={busy} onPress={() => void backUpNow()}>{busy ? t('Backing up') : t('Back up now')}</Button>}
    >
      <div className={styles.facts}>
        <span className={styles.note}>
          {newest === undefined
            ? t('There is no backup yet. One is made every day.')
            : t('{count, number} kept, the newest of {when}.', {
                count: backups?.length ?? 0,
                when: new Date(newest.made_at).toLocaleString(dateLocale(), { dateStyle: 'medium', timeStyle: 'short' }),
              })}
        </span>
        <Button kind="quiet" onPress={toCare}>{t('Show all in Care')}</Button>
      </div>
    </SettingFrame>
  );
}
