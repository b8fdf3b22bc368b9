import { t } from '@shared/language/language';
import type { ProjectPage } from '@shared/library/board-answers';
import { Plus } from 'lucide-react';
import { Button } from '../../../parts/button';
import { Card } from '../../../parts/card';
import { openBoardForm } from '../../../store/board/board-forms';
import { textOf } from '../../../store/board/form-values';
import styles from './page.module.css';

/** What is known about the project, each with why. */
export function PageContext({ page: { project, context } }: { readonly page: ProjectPage }) {
  const project_id = project.id;
  return (
    <Card title={t('What is known')} end={<Button icon={Plus} onPress={() => openBoardForm({ kind: 'update-context', project_id })}>{t('Add entry')}</Button>}>
      {context.length === 0 && <p className={styles.none}>{t('Nothing is written down yet.')}</p>}
      <ul className={styles.items}>
        {context.map(({ key, value, reason, words }) => (
          <li key={key} className={styles.item}>
            <button type="button" className={styles.open} dir="auto" onClick={() => openBoardForm({ kind: 'update-context', project_id, context_key: key })}>{key}</button>
            <p className={styles.fact} dir="auto">{typeof value === 'string' ? value : textOf(value)}</p>
            {(reason ?? words) !== null && <p className={styles.words} dir="auto">{reason ?? words}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
