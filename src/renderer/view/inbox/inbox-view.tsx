import { t } from '@shared/language/language';
import { Plus } from 'lucide-react';
import { Button } from '../../parts/button';
import { ViewHead } from '../../parts/view-head';
import { chooseFiles } from '../../store/actions';
import { useLog } from '../../store/use-log';
import { Fetching } from './fetching';
import { FileList } from './file-list';
import { FoldersPane } from './folders-pane';
import { InboxEmpty } from './inbox-empty';
import styles from './inbox-view.module.css';
import { Lanes } from './lanes';

/** Where every file is on its way: waiting, being worked on, done, or set aside. */
export function InboxView() {
  const empty = useLog((state) => state.ready && state.inbox.size === 0 && Object.values(state.inbox_counts).every((count) => count === 0));
  return (
    <>
      <ViewHead title={t('Inbox')} about={t('Every file ends up filed, linked, or set aside with a reason')}>
        {!empty && (
          <Button kind="primary" icon={Plus} command="app.add-files" onPress={() => void chooseFiles()}>
            {t('Add files')}
          </Button>
        )}
      </ViewHead>
      {!empty && <Lanes />}
      <Fetching />
      <div className={styles.split}>
        <div className={styles.pane} data-pane>
          {empty ? <InboxEmpty /> : <FileList />}
        </div>
        <FoldersPane />
      </div>
    </>
  );
}
