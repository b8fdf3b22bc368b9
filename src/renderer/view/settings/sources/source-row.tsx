import { t } from '@shared/language/language';
import type { SourceNow } from '@shared/library/source';
import { Folder, FolderOpen, Pencil, Trash2 } from 'lucide-react';
import { Badge } from '../../../parts/badge';
import { Button } from '../../../parts/button';
import { Icon } from '../../../parts/icon';
import { sourceCounts, sourceFacts, sourceStates } from '../../../parts/source-words';
import { Switch } from '../../../parts/switch';
import { editSource, openSourceFolder, removeSource, switchSource } from '../../../store/use-sources';
import styles from './sources.module.css';

interface SourceRowProps {
  readonly source: SourceNow;
  /** Whether nothing at all is watched at the moment. */
  readonly allPaused: boolean;
}

/** One watched folder: how it is, what is done with its files, and what can be done about it. */
export function SourceRow({ source, allPaused }: SourceRowProps) {
  const { id, name, path, enabled, sentence } = source;
  const state = allPaused && source.state === 'watching' ? 'paused' : source.state;
  const wrong = state === 'missing' || state === 'refused';
  const counts = sourceCounts(source);
  return (
    <li className={styles.row} aria-label={name}>
      <Icon of={Folder} />
      <div className={styles.words}>
        <div className={styles.title}>
          <b>{name}</b>
          <Badge tone={wrong ? 'danger' : state === 'watching' ? 'glass' : 'plain'}>{sourceStates[state]}</Badge>
        </div>
        <p className={styles.path}>{path}</p>
        <p className={styles.facts}>
          {sourceFacts(source)}
          {counts !== '' && ` · ${counts}`}
        </p>
        {sentence !== null && <p className={wrong ? styles.problem : styles.facts}>{sentence}</p>}
      </div>
      <div className={styles.controls}>
        <Button kind="quiet" icon={FolderOpen} label={t('Open the folder of {name}', { name })} onPress={() => void openSourceFolder(id)} />
        <Button kind="quiet" icon={Pencil} label={t('Change {name}', { name })} onPress={() => editSource(source)} />
        <Button kind="quiet" icon={Trash2} label={t('Remove {name}', { name })} onPress={() => void removeSource(source)} />
        <Switch label={t('Watch {name}', { name })} on={enabled} onChange={(on) => void switchSource(source, on)} />
      </div>
    </li>
  );
}
