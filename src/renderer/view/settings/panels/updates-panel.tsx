import type { UpdatesState } from '@shared/ipc/update-calls';
import { dateLocale, t } from '@shared/language/language';
import { settingsPanels } from '@shared/settings/settings-panels';
import { useEffect } from 'react';
import { Button } from '../../../parts/button';
import { loadUpdates, lookForUpdates, openReleasePage, showNotes, skipVersion, useUpdates } from '../../../store/use-updates';
import { SettingFrame } from '../setting-frame';
import styles from '../settings.module.css';

/** Notes that were opened from here give the keyboard back to it, too. */
const toldId = 'updates-told';

/** What is new, and what is known of newer versions. */
export function UpdatesPanel({ words }: { readonly words: readonly string[] }) {
  const state = useUpdates((store) => store.state);
  useEffect(() => void loadUpdates(), []);
  const found = state?.found ?? null;
  const looking = state?.looking === true;
  return (
    <SettingFrame
      {...settingsPanels.updates}
      words={words}
      control={
        <>
          <Button command="app.release-notes" onPress={() => void showNotes('own')}>{t('Release notes')}</Button>
          <Button command="app.check-updates" why={looking ? t('Alice is looking already') : null} onPress={() => void lookForUpdates()}>{looking ? t('Looking') : t('Look now')}</Button>
        </>
      }
    >
      <p className={styles.note} role="status" id={toldId} tabIndex={-1}>{state === null ? '' : sentenceOf(state)}</p>
      {found !== null && (
        <div className={styles.well}>
          <p>{t('Alice {version} of {day} can be had on {host}.', { version: found.version, day: dayOf(found.date), host: found.host })}</p>
          <div className={styles.buttons}>
            <Button onPress={() => void showNotes('found')}>{t('What is in it')}</Button>
            <Button onPress={() => void openReleasePage(found.version)}>{t('Open its page')}</Button>
            <Button kind="quiet" onPress={() => void skipVersion(found.version).then(toTold)}>{t('Skip this version')}</Button>
          </div>
        </div>
      )}
    </SettingFrame>
  );
}

/** The button that was pressed is gone with its version; the sentence says so. */
const toTold = () => document.getElementById(toldId)?.focus();

function sentenceOf({ problem, looking, looked_at, found, current }: UpdatesState): string {
  if (looking) return t('Alice looks whether there is a newer version.');
  if (problem !== null) return problem;
  if (looked_at === null) return t('Alice has not looked for a newer version.');
  const when = new Date(looked_at).toLocaleString(dateLocale(), { dateStyle: 'medium', timeStyle: 'short' });
  return found === null ? t('Looked {when}: there is nothing newer than {current} for you.', { when, current }) : t('Looked {when}.', { when });
}

/** A day without a time is the same everywhere. */
const dayOf = (date: string): string => new Date(date).toLocaleDateString(dateLocale(), { dateStyle: 'medium', timeZone: 'UTC' });
