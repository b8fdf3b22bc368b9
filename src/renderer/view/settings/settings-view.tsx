import { t } from '@shared/language/language';
import { findSettings, searchWords } from '@shared/settings/search-settings';
import { sectionsOn, type SettingsRow } from '@shared/settings/settings-sections';
import { isSettingKey, settingOf } from '@shared/settings/settings-table';
import { SearchX } from 'lucide-react';
import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import { Button } from '../../parts/button';
import { EmptyState } from '../../parts/empty-state';
import { Spoken } from '../../parts/spoken';
import { ViewHead } from '../../parts/view-head';
import { chooseImport, exportSettings, loadSettings, useSettings } from '../../store/use-settings';
import { useStatus } from '../../store/use-status';
import { setSettings, useView } from '../../store/use-view';
import { ImportDialog } from './panels/import-dialog';
import { type PanelParts, panels } from './panels/panels';
import { SettingFrame } from './setting-frame';
import { SettingRow } from './setting-row';
import styles from './settings.module.css';
import { SettingsNav } from './settings-nav';
import { useSectionInSight } from './use-section-in-sight';

/** Every setting, each with what it does; searched by the field above. */
export function SettingsView(parts: PanelParts) {
  const platform = useStatus((state) => state.status?.platform ?? '');
  const text = useView((state) => state.settings.text);
  const now = useSettings((state) => state.now);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => void loadSettings(), []);
  const canBeShown = (row: SettingsRow) => (row === 'keys' ? parts.keys !== undefined : isSettingKey(row) || panels[row](parts, []) !== null);
  const all = sectionsOn(platform, canBeShown);
  const sections = findSettings(all, text);
  const words = searchWords(text);
  const { inSight, goTo } = useSectionInSight(body, sections.map(({ id }) => id), now !== null);
  const rows = sections.reduce((sum, section) => sum + section.rows.length, 0);
  const changed = now?.changed.length ?? 0;
  return (
    <div className={styles.view}>
      <ViewHead title={t('Settings')} about={text.trim() === '' ? (changed === 0 ? t('All as they came') : t('{count, number} changed', { count: changed })) : t('{count, number} found', { count: rows })}>
        <Button kind="quiet" onPress={() => void chooseImport()}>{t('Import…')}</Button>
        <Button kind="quiet" onPress={() => void exportSettings(false)}>{t('Export…')}</Button>
      </ViewHead>
      <Spoken status>
        {text.trim() === '' ? '' : t('{count, plural, one {# setting} other {# settings}} found', { count: rows })}
      </Spoken>
      <div className={styles.split}>
        <SettingsNav sections={sections} current={inSight} onChoose={goTo} />
        <div className={styles.body} ref={body} data-pane>
          {now !== null && (
            <div className={styles.page}>
              {sections.map(({ id, title, rows: shown }) => (
                <section key={id} className={styles.section} data-section={id} aria-labelledby={`settings-${id}`}>
                  <h2 id={`settings-${id}`} tabIndex={-1}>{title}</h2>
                  {shown.map((row) => (
                    <Fragment key={row}>{rowOf(row, parts, words)}</Fragment>
                  ))}
                </section>
              ))}
              {rows === 0 && (
                <EmptyState
                  icon={SearchX}
                  title={t('No setting found')}
                  actions={<Button onPress={() => setSettings({ text: '' })}>{t('Show all settings')}</Button>}
                >
                  {t('No setting says “{text}”. Try one word of what it should do.', { text: text.trim() })}
                </EmptyState>
              )}
            </div>
          )}
        </div>
      </div>
      <ImportDialog />
    </div>
  );
}

function rowOf(row: SettingsRow, parts: PanelParts, words: readonly string[]): ReactNode {
  if (row === 'keys') {
    const { title, sentence } = settingOf(row);
    return <SettingFrame title={title} untitled sentence={sentence} words={words}>{parts.keys}</SettingFrame>;
  }
  return isSettingKey(row) ? <SettingRow setting={row} words={words} /> : panels[row](parts, words);
}
