import { t } from '@shared/language/language';
import { Folder, FolderOpen, FolderPlus, Inbox } from 'lucide-react';
import { useEffect } from 'react';
import { Badge } from '../../parts/badge';
import { Button } from '../../parts/button';
import { Icon } from '../../parts/icon';
import { operationSentence } from '../../parts/operation-words';
import { Segmented } from '../../parts/segmented';
import { sourceCounts, sourceFacts, sourceStates } from '../../parts/source-words';
import { Switch } from '../../parts/switch';
import { openInboxFolder, setOperation } from '../../store/actions';
import { chooseSource, editSource, followSources, switchSource, useSources } from '../../store/use-sources';
import { useStatus } from '../../store/use-status';
import { bytesInWords } from '@shared/story/words';
import styles from './folders-pane.module.css';

const operations = [
  ['copy', t('Copy')],
  ['move', t('Move')],
] as const;

/** Where files come from, where they go, and what is done with the original. */
export function FoldersPane() {
  const status = useStatus((state) => state.status);
  if (status === null) return null;
  const { inbox_path, organized_path, operation, free_bytes } = status;
  return (
    <aside className={styles.pane} aria-label={t('Folders')} data-pane>
      <div className={styles.head}>
        <h2>{t('Folders')}</h2>
        <Button kind="quiet" icon={FolderPlus} label={t('Watch another folder…')} onPress={() => void chooseSource()} />
      </div>
      <div className={styles.body}>
        <section className={styles.folder}>
          <h3>
            <Icon of={Inbox} />
            {t('Inbox')}
          </h3>
          <p className={styles.path}>{inbox_path}</p>
          <p>{t('The first folder inside it gives the project.')}</p>
          <Button icon={FolderOpen} onPress={() => void openInboxFolder()}>
            {t('Open inbox folder')}
          </Button>
        </section>
        <SourcesOfPane />
        <section className={styles.folder}>
          <h3>
            <Icon of={Folder} />
            {t('Organized')}
          </h3>
          <p className={styles.path}>{organized_path}</p>
          <p>
            {free_bytes === null
              ? t('By day, project, tool and stars.')
              : t('By day, project, tool and stars. {size} free.', { size: bytesInWords(free_bytes) })}
          </p>
        </section>
        <section className={styles.mode}>
          <h3>{t('When a file is filed')}</h3>
          <Segmented label={t('When a file is filed')} options={operations} value={operation} onChange={(next) => void setOperation(next)} />
          <p>{operationSentence[operation]}</p>
        </section>
      </div>
    </aside>
  );
}

/** The other watched folders, each with how it is. */
function SourcesOfPane() {
  const sources = useSources((state) => state.sources);
  useEffect(followSources, []);
  return sources?.map((source) => {
    const { id, name, path, enabled, state, sentence } = source;
    const counts = sourceCounts(source);
    return (
      <section key={id} className={styles.folder} aria-label={name}>
        <div className={styles.source}>
          <h3>
            <Icon of={Folder} />
            <span>{name}</span>
          </h3>
          {state !== 'watching' && enabled && <Badge tone="danger">{sourceStates[state]}</Badge>}
          <Switch label={t('Watch {name}', { name })} on={enabled} onChange={(on) => void switchSource(source, on)} />
        </div>
        <p className={styles.path}>{path}</p>
        <p>
          {sourceFacts(source)}
          {counts !== '' && ` · ${counts}`}
        </p>
        {sentence !== null && <p className={styles.problem}>{sentence}</p>}
        <Button onPress={() => editSource(source)}>{t('Change {name}…', { name })}</Button>
      </section>
    );
  });
}
