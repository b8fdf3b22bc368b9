import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import styles from './app.module.css';
import { Notice } from './parts/notice';
import { useLog } from './store/use-log';
import { useStatus } from './store/use-status';
import { type Place, useView } from './store/use-view';
import { CareView } from './view/care/care-view';
import { PausedBanner } from './view/care/paused-banner';
import { UndoDialog } from './view/care/undo-dialog';
import { FirstRunView } from './view/first-run/first-run-view';
import { InboxView } from './view/inbox/inbox-view';
import { LibraryView } from './view/library/library-view';
import { CullLayer } from './view/cull/cull-layer';
import { QualityView } from './view/quality/quality-view';
import { StagesDialog } from './view/quality/stages-dialog';
import { ReadAgainDialog } from './view/reading/read-again-dialog';
import { Announcer } from './view/shell/announcer';
import { DropZone } from './view/shell/drop-zone';
import { KeysSheet } from './view/shell/keys-sheet';
import { Sidebar } from './view/shell/sidebar';
import { StatusBar } from './view/shell/status-bar';
import { TitleBar } from './view/shell/title-bar';
import { ToastStack } from './view/shell/toast-stack';
import { useShellKeys } from './view/shell/use-shell-keys';
import { SourceRulesDialog } from './view/source-rules/source-rules-dialog';
import { SystemView } from './view/system/system-view';
import { TimelineView } from './view/timeline/timeline-view';

const places: Readonly<Record<Place, () => ReactNode>> = {
  inbox: InboxView,
  timeline: TimelineView,
  library: LibraryView,
  quality: QualityView,
  system: SystemView,
  care: CareView,
};

/** The window: the first run until folders are known, then the six places. */
export function App() {
  const setUp = useStatus((state) => state.status?.set_up);
  return (
    <I18nProvider locale="en">
      {setUp === undefined && <Blank />}
      {setUp === false && <FirstRun />}
      {setUp === true && <Shell />}
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
  useShellKeys();
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
        <PausedBanner />
        {ready && <View />}
      </main>
      <StatusBar />
      <DropZone />
      <KeysSheet />
      <UndoDialog />
      <SourceRulesDialog />
      <ReadAgainDialog />
      <StagesDialog />
      <CullLayer />
      <Announcer />
    </div>
  );
}
