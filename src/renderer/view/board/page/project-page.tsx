import { t } from '@shared/language/language';
import { FolderOpen } from 'lucide-react';
import { EmptyState } from '../../../parts/empty-state';
import { Notice } from '../../../parts/notice';
import { PageActions } from './page-actions';
import { PageContext } from './page-context';
import { PageDecisions } from './page-decisions';
import { PageItems } from './page-items';
import { PageNumbers } from './page-numbers';
import { PageWorkflows } from './page-workflows';
import styles from './page.module.css';
import { useProjectPage } from './use-project-page';

/** What was decided and made in a project, on one page. */
export function ProjectPage({ projectId }: { readonly projectId: string }) {
  const { page, tools, problem } = useProjectPage(projectId);
  if (page === null) {
    return problem === null ? null : <EmptyState icon={FolderOpen} title={t('This project cannot be shown')}>{problem}</EmptyState>;
  }
  return (
    <div className={styles.page} data-pane-focus tabIndex={-1} role="region" aria-label={t('All of {name}', { name: page.project.name })}>
      <div className={styles.inner}>
        {problem !== null && <Notice>{problem}</Notice>}
        <PageActions project={page.project} />
        {page.project.description !== null && <p className={styles.words} dir="auto">{page.project.description}</p>}
        <div className={styles.columns}>
          <div className={styles.column}>
            <PageItems page={page} />
            <PageContext page={page} />
          </div>
          <div className={styles.column}>
            <PageNumbers page={page} tools={tools} />
            <PageDecisions page={page} />
            <PageWorkflows page={page} />
          </div>
        </div>
      </div>
    </div>
  );
}
