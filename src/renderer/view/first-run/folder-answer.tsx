import { t } from '@shared/language/language';
import { Folder } from 'lucide-react';
import { Button } from '../../parts/button';
import { Icon } from '../../parts/icon';
import { Notice } from '../../parts/notice';
import styles from './step.module.css';

interface FolderAnswerProps {
  readonly label: string;
  readonly path: string | undefined;
  readonly problem: string | null | undefined;
  readonly hint: string;
  readonly onChoose: () => void;
}

/** A folder, with the way to another one; a problem is said where it is. */
export function FolderAnswer({ label, path, problem, hint, onChoose }: FolderAnswerProps) {
  return (
    <div className={styles.part}>
      <p className={styles.label}>{label}</p>
      <div className={styles.row}>
        <div className={styles.field} role="group" aria-label={label} title={path}>
          <Icon of={Folder} />
          <span className={styles.path}>
            {/* Cut at its beginning: the end of a path is what tells it apart. */}
            <bdi>{path ?? '…'}</bdi>
          </span>
        </div>
        <Button size="lg" onPress={onChoose}>
          {t('Choose…')}
        </Button>
      </div>
      {problem == null ? <p className={styles.hint}>{hint}</p> : <Notice>{problem}</Notice>}
    </div>
  );
}
