import { dateLocale, t } from '@shared/language/language';
import { Activity, type ReactNode, useMemo } from 'react';
import { I18nProvider } from 'react-aria-components';
import styles from './app.module.css';
import { Meter } from './parts/meter';
import { Notice } from './parts/notice';
import { PaneSizesContext } from './parts/pane-sizes';
import { useLog } from './store/use-log';
import { useStatus } from './store/use-status';
import { type Place, useView } from './store/use-view';
import { keepPane, useViewMemory } from './store/use-view-memory';
import changelog from '../../CHANGELOG.md?raw';
import { ReleaseNotesDialog } from './view/about/release-notes-dialog';
import { useUpdateCommands } from './view/about/use-update-commands';
import { BoardView } from './view/board/board-view';
import { BoardForms } from './view/board/forms/board-forms';
import { CareView } from './view/care/care-view';
import { PausedBanner } from './view/care/paused-banner';
import { UndoDialog } from './view/care/undo-dialog';
import { LogsSection } from './view/crash/logs-section';
import { SafeModeBanner } from './view/crash/safe-mode-banner';
import { useSystemCommands } from './view/crash/use-system-commands';
import { DryRunDialog } from './view/dry-run/dry-run-dialog';
import { FirstRunView } from './view/first-run/first-run-view';
import { InboxView } from './view/inbox/inbox-view';
import { LibraryView } from './view/library/library-view';
import { CullLayer } from './view/cull/cull-layer';
import { QualityView } from './view/quality/quality-view';
import { StagesDialog } from './view/quality/stages-dialog';
import { CommandPalette } from './view/palette/command-palette';
import { ReadAgainDialog } from './view/reading/read-again-dialog';
import { Announcer } from './view/shell/announcer';
import { CommandCaps } from './view/shell/command-caps';
import { DropZone } from './view/shell/drop-zone';
import { KeysSheet } from './view/shell/keys-sheet';
import { RenameDialog } from './view/shell/rename-dialog';
import { Sidebar } from './view/shell/sidebar';
import { StatusBar } from './view/shell/status-bar';
import { TitleBar } from './view/shell/title-bar';
import { ToastStack } from './view/shell/toast-stack';
import { useShellKeys } from './view/shell/use-shell-keys';
import { KeysEditor } from './view/settings-keys/keys-editor';
import { SettingsView } from './view/settings/settings-view';
import { useSettingsCommands } from './view/settings/use-settings-commands';
import { SourceDialogs } from './view/settings/sources/source-dialogs';
import { SourcesSection } from './view/settings/sources/sources-section';
import { SourceRulesDialog } from './view/source-rules/source-rules-dialog';
import { SystemView } from './view/system/system-view';
import { TimelineView } from './view/timeline/timeline-view';

const places: Readonly<Record<Place, () => ReactNode>> = {
  inbox: InboxView,
  timeline: TimelineView,
  library: LibraryView,
  board: BoardView,
  quality: QualityView,
  system: SystemView,
  care: CareView,
  settings: Settings,
};

/** The settings, with the parts of others that stand among them. */
function Settings() {
  return <SettingsView sources={<SourcesSection />} keys={<KeysEditor />} logs={<LogsSection />} />;
}

/** The window: the first run until folders are known, then the places. */
export function App() {
  const setUp = useStatus((state) => state.status?.set_up);
  const panes = useViewMemory((state) => state.panes);
  const sizes = useMemo(() => ({ sizes: panes, keep: keepPane }), [panes]);
  const preparing = useStatus((state) => state.status?.preparing ?? null);
  return (
    <I18nProvider locale={dateLocale()}>
      {(setUp === undefined || preparing?.total === 0) && <Blank />}
      {preparing !== null && preparing.total > 0 && <Preparing {...preparing} />}
      {setUp === false && preparing === null && <FirstRun />}
      {setUp === true && (
        <PaneSizesContext value={sizes}>
          <CommandCaps>
            <Shell />
          </CommandCaps>
        </PaneSizesContext>
      )}
      <ToastStack />
    </I18nProvider>
  );
}

/** Until the first answer, a few milliseconds: the frame without a flash of content that changes. */
function Blank() {
  return (
    <div className={styles.plain}>
      <TitleBar plain />
    </div>
  );
}

/** After an upgrade the library may have to be made anew from the log. */
function Preparing({ done, total }: { readonly done: number; readonly total: number }) {
  return (
    <div className={styles.plain}>
      <TitleBar plain />
      <main className={styles.preparing}>
        <h1>{t('Bringing your library up to date')}</h1>
        <p>
          {t(
            'Alice reads its log of {total, number} events once. No file is touched; the inbox waits meanwhile. {done, number} are read.',
            { total, done },
          )}
        </p>
        <Meter label={t('Events read')} value={done} total={total} />
      </main>
    </div>
  );
}

function FirstRun() {
  return (
    <div className={styles.plain}>
      <TitleBar plain />
      <FirstRunView />
    </div>
  );
}

function Shell() {
  const place = useView((state) => state.place);
  const ready = useLog((state) => state.ready);
  const trouble = useStatus((state) => state.status?.trouble ?? null);
  // While pictures are decided about, nothing behind the layer is drawn.
  const deciding = useView((state) => state.cull !== null);
  useShellKeys();
  useSettingsCommands();
  useSystemCommands();
  useUpdateCommands();
  const View = places[place];
  return (
    <div className={styles.shell}>
      <TitleBar />
      <Sidebar />
      <main className={styles.main}>
        {trouble !== null && (
          <div className={styles.trouble}>
            <Notice>{trouble}</Notice>
          </div>
        )}
        <SafeModeBanner />
        <PausedBanner />
        {ready && (
          <Activity mode={deciding ? 'hidden' : 'visible'}>
            <View />
          </Activity>
        )}
      </main>
      <StatusBar />
      <DropZone />
      <KeysSheet />
      <RenameDialog />
      <CommandPalette />
      <BoardForms />
      <UndoDialog />
      <SourceRulesDialog />
      <ReadAgainDialog />
      <StagesDialog />
      <SourceDialogs />
      <DryRunDialog />
      <ReleaseNotesDialog changelog={changelog} />
      <CullLayer />
      <Announcer />
    </div>
  );
}
