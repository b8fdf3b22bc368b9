import { t } from '@shared/language/language';
import { Folder, SquareKanban } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '../../parts/cx';
import { Icon } from '../../parts/icon';
import nav from '../../parts/nav-item.module.css';
import { number } from '../../parts/numbers';
import { Thumb } from '../../parts/thumb';
import { openProjectNamed } from '../../store/board/open-project';
import { isHeldOver, useDragged } from '../../store/dragged';
import { useLog } from '../../store/use-log';
import { choose, go, useView } from '../../store/use-view';
import { GroupHeading, useFolded } from './group-heading';
import styles from './projects.module.css';
import sidebar from './sidebar.module.css';

/** The projects by size; one click shows a project's pictures, one at the end of its line its board. */
export function Projects() {
  const folded = useFolded('Projects');
  const projects = useLog((state) => state.projects);
  const chosen = useView((state) => (state.place === 'library' && state.library.filter.project?.length === 1 ? state.library.filter.project[0] : null));
  if (projects.length === 0) return <div className={styles.grow} />;
  const bySize = projects.toSorted((a, b) => last(a.project) - last(b.project) || b.assets - a.assets);
  return (
    <nav aria-label={t('Projects')} className={styles.projects} data-folded={folded}>
      <GroupHeading name={t('Projects')} keptAs="Projects" />
      <ul className={sidebar.group} hidden={folded}>
        {bySize.map(({ project, assets, cover }) => (
          <ProjectLine key={project} project={project}>
            <button
              type="button"
              className={cx(nav.item, sidebar.item)}
              title={project}
              aria-current={chosen === project ? 'page' : undefined}
              onClick={() => {
                choose({ project: chosen === project ? [] : [project] });
                go('library');
              }}
            >
              {project === 'uncategorized' || cover === null ? <Icon of={Folder} inherit /> : <Thumb hash={cover} className={styles.cover} />}
              <span className={cx(nav.name, sidebar.name)}>{projectName(project)}</span>
              <span className={sidebar.count}>{number(assets)}</span>
            </button>
            {project !== 'uncategorized' && (
              <button
                type="button"
                className={styles.board}
                title={t('Board of {project}', { project })}
                aria-label={t('Board of {project}', { project })}
                onClick={() => void openProjectNamed(project)}
              >
                <Icon of={SquareKanban} size="sm" inherit />
              </button>
            )}
          </ProjectLine>
        ))}
      </ul>
    </nav>
  );
}

/** Files can be let go on a project. Those of none have been let go anywhere. */
function ProjectLine({ project, children }: { readonly project: string; readonly children: ReactNode }) {
  const over = useDragged(isHeldOver({ kind: 'project', name: project }));
  return (
    <li className={styles.line} data-over={over} {...(project !== 'uncategorized' && { 'data-drop-project': project })}>
      {children}
    </li>
  );
}

const last = (project: string) => (project === 'uncategorized' ? 1 : 0);
const projectName = (project: string) => (project === 'uncategorized' ? t('Uncategorized') : project);
