import type { Versions } from '@shared/ipc/system-app-calls';
import { t } from '@shared/language/language';
import { settingsPanels } from '@shared/settings/settings-panels';
import { useEffect, useState } from 'react';
import { Button } from '../../../parts/button';
import { type Fact, Facts } from '../../../parts/facts';
import { copyText } from '../../../store/actions';
import { ask } from '../../../store/ask';
import { SettingFrame } from '../setting-frame';
import styles from '../settings.module.css';

/** Which versions run, and whose work is in them. */
export function AboutPanel({ words }: { readonly words: readonly string[] }) {
  const [versions, setVersions] = useState<Versions | null>(null);
  useEffect(() => void ask('app/versions', {}).then(setVersions), []);
  const facts = versions === null ? [] : factsOf(versions);
  return (
    <SettingFrame {...settingsPanels.about} words={words}>
      {facts.length > 0 && <Facts facts={facts} />}
      <div className={styles.buttons}>
        <Button disabled={versions === null} onPress={() => void copyText(facts.map((fact) => fact.join(' ')).join('\n'), t('Versions'))}>
          {t('Copy versions')}
        </Button>
        <Button onPress={() => void ask('settings/open-notices', {})}>{t('Third-party notices')}</Button>
      </div>
    </SettingFrame>
  );
}

function factsOf({ alice, commit, electron, chromium, node, sqlite, libvips, system }: Versions): readonly Fact[] {
  return [
    ['Alice', alice], [t('Built of'), commit], ['Electron', electron], ['Chromium', chromium], ['Node.js', node], ['SQLite', sqlite], ['libvips', libvips], [t('System'), system],
  ];
}
