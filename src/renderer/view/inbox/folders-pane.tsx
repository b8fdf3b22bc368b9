import { Folder, FolderOpen, Inbox } from 'lucide-react';
import { Button } from '../../parts/button';
import { Icon } from '../../parts/icon';
import { operationSentence } from '../../parts/operation-words';
import { Segmented } from '../../parts/segmented';
import { openInboxFolder, setOperation } from '../../store/actions';
import { useStatus } from '../../store/use-status';
import { bytesInWords } from '@shared/story/words';
import styles from './folders-pane.module.css';

const operations = [
  ['copy', 'Copy'],
  ['move', 'Move'],
] as const;

/** Where files come from, where they go, and what is done with the original. */
export function FoldersPane() {
  const status = useStatus((state) => state.status);
  if (status === null) return null;
  const { inbox_path, organized_path, operation, free_bytes } = status;
  return (
    <aside className={styles.pane} aria-label="Folders" data-pane>
      <div className={styles.head}>
        <h2>Folders</h2>
      </div>
      <div className={styles.body}>
        <section className={styles.folder}>
          <h3>
            <Icon of={Inbox} />
            Inbox
          </h3>
          <p className={styles.path}>{inbox_path}</p>
          <p>The first folder inside it gives the project.</p>
          <Button icon={FolderOpen} onPress={() => void openInboxFolder()}>
            Open inbox folder
          </Button>
        </section>
        <section className={styles.folder}>
          <h3>
            <Icon of={Folder} />
            Organized
          </h3>
          <p className={styles.path}>{organized_path}</p>
          <p>By day, project, tool and stars.{free_bytes === null ? '' : ` ${bytesInWords(free_bytes)} free.`}</p>
        </section>
        <section className={styles.mode}>
          <h3>When a file is filed</h3>
          <Segmented label="When a file is filed" options={operations} value={operation} onChange={(next) => void setOperation(next)} />
          <p>{operationSentence[operation]}</p>
        </section>
      </div>
    </aside>
  );
}
