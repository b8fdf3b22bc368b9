import { t } from '@shared/language/language';
import { Eye, Plus } from 'lucide-react';
import { ActionMenu } from '../../parts/action-menu';
import { Button } from '../../parts/button';
import { ViewHead } from '../../parts/view-head';
import { chooseFiles } from '../../store/actions';
import { useCommands } from '../../store/commands';
import { previewChosen, previewWaiting } from '../../store/use-dry-run';
import { useLog } from '../../store/use-log';
import { useStatus } from '../../store/use-status';
import { Fetching } from './fetching';
import { FileList } from './file-list';
import { FoldersPane } from './folders-pane';
import { InboxEmpty } from './inbox-empty';
import styles from './inbox-view.module.css';
import { Lanes } from './lanes';
import { useLyingFiles } from './use-lying-files';

/** Where every file is on its way: waiting, being worked on, done, or set aside. */
export function InboxView() {
  // While Alice watches nothing waits for long: then it is about files that are chosen.
  useCommands({ 'inbox.dry-run': () => (useStatus.getState().status?.watching === 'paused' ? previewWaiting() : previewChosen('files')) });
  const empty = useLog((state) => state.ready && state.inbox.size === 0 && Object.values(state.inbox_counts).every((count) => count === 0));
  const lying = useLyingFiles();
  const nothing = empty && lying.files === 0;
  return (
    <>
      <ViewHead title={t('Inbox')} about={t('Every file ends up filed, linked, or set aside with a reason')}>
        <PreviewMenu />
        {!nothing && (
          <Button kind="primary" icon={Plus} command="app.add-files" onPress={() => void chooseFiles()}>
            {t('Add files')}
          </Button>
        )}
      </ViewHead>
      {!nothing && <Lanes lying={lying} />}
      <Fetching />
      <div className={styles.split}>
        <div className={styles.pane} data-pane>
          {nothing ? <InboxEmpty /> : <FileList lying={lying.files} />}
        </div>
        <FoldersPane />
      </div>
    </>
  );
}

/** Shows what would become of files, before anything moves. */
function PreviewMenu() {
  const paused = useStatus((state) => state.status?.watching === 'paused');
  return (
    <ActionMenu
      label={t('Preview before adding')}
      icon={Eye}
      actions={[
        { id: 'files', name: t('Preview files…'), run: () => void previewChosen('files') },
        { id: 'folder', name: t('Preview a folder…'), run: () => void previewChosen('folder') },
        { id: 'waiting', name: paused ? t('Preview what waits') : t('Preview what waits, while watching is paused'), disabled: !paused, run: () => void previewWaiting() },
      ]}
    >
      {t('Preview')}
    </ActionMenu>
  );
}
