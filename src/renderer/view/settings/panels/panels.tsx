import { t } from '@shared/language/language';
import { type PanelId, settingsPanels } from '@shared/settings/settings-panels';
import type { ReactNode } from 'react';
import { Button } from '../../../parts/button';
import { askToReadAgain } from '../../../store/use-reading';
import { go, setQuality } from '../../../store/use-view';
import { SettingFrame } from '../setting-frame';
import { AboutPanel } from './about-panel';
import { BackupsPanel } from './backups-panel';
import { DataFolderPanel } from './data-folder-panel';
import { TransferPanel } from './transfer-panel';
import { UpdatesPanel } from './updates-panel';

/** Parts of other places that stand among the settings. */
export interface PanelParts {
  readonly sources?: ReactNode;
  readonly keys?: ReactNode;
  readonly logs?: ReactNode;
}

/** What stands among the settings and is no single value; null when it cannot be shown. */
export const panels: Readonly<Record<PanelId, (parts: PanelParts, words: readonly string[]) => ReactNode>> = {
  sources: ({ sources }, words) => within('sources', words, sources),
  logs: ({ logs }, words) => within('logs', words, logs),
  bands: (_, words) => (
    <SettingFrame {...settingsPanels.bands} words={words} control={<Button onPress={toBands}>{t('Move limits…')}</Button>} />
  ),
  read_again: (_, words) => {
    const control = <Button onPress={() => askToReadAgain(true)}>{t('Read again…')}</Button>;
    return <SettingFrame {...settingsPanels.read_again} words={words} control={control} />;
  },
  data_folder: (_, words) => <DataFolderPanel words={words} />,
  backups: (_, words) => <BackupsPanel words={words} />,
  transfer: (_, words) => <TransferPanel words={words} />,
  updates: (_, words) => <UpdatesPanel words={words} />,
  about: (_, words) => <AboutPanel words={words} />,
};

function within(panel: PanelId, words: readonly string[], part: ReactNode): ReactNode {
  if (part === undefined || part === null) return null;
  const { title, sentence } = settingsPanels[panel];
  return <SettingFrame title={title} sentence={sentence} words={words}>{part}</SettingFrame>;
}

function toBands(): void {
  go('quality');
  setQuality({ part: 'bands' });
}
