import { t } from '@shared/language/language';
import type { Project } from '@shared/library/board';
import { Archive, FileCode, FileText, ImagePlus, Pencil } from 'lucide-react';
import { Button } from '../../../parts/button';
import { openBoardForm } from '../../../store/board/board-forms';
import { saveBrief } from '../../../store/board/form-brief';
import styles from './page.module.css';

/** What can be done with the project as a whole. */
export function PageActions({ project }: { readonly project: Project }) {
  const project_id = project.id;
  return (
    <div className={styles.actions} role="group" aria-label={t('Project')}>
      <Button icon={FileCode} onPress={() => void saveBrief(project_id, 'html')}>{t('Save brief as web page…')}</Button>
      <Button icon={FileText} onPress={() => void saveBrief(project_id, 'markdown')}>{t('Save brief as Markdown…')}</Button>
      <Button icon={ImagePlus} onPress={() => openBoardForm({ kind: 'add-pictures', project_id })}>{t('Add pictures')}</Button>
      <Button icon={Pencil} onPress={() => openBoardForm({ kind: 'change-project', project_id })}>{t('Change project')}</Button>
      <Button icon={Archive} onPress={() => openBoardForm({ kind: 'archive-project', project_id })}>
        {project.archived_at === null ? t('Archive') : t('Reopen')}
      </Button>
    </div>
  );
}
