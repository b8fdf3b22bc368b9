import { t } from '@shared/language/language';
import type { ProjectSummary } from '@shared/library/board-answers';
import { Archive, FolderPlus, Plus, SearchX, SquareKanban } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '../../parts/badge';
import { Button } from '../../parts/button';
import { EmptyState } from '../../parts/empty-state';
import { Thumb } from '../../parts/thumb';
import { ViewHead } from '../../parts/view-head';
import { openBoardForm } from '../../store/board/board-forms';
import { openProject } from '../../store/board/open-project';
import { useBoard } from '../../store/board/use-board';
import { setBoard, useView } from '../../store/use-view';
import styles from './project-gallery.module.css';

const create = () => openBoardForm({ kind: 'create-project' });

/** All projects, and the folders of pictures that could become one. */
export function ProjectGallery() {
  const projects = useBoard((state) => state.projects);
  const text = useView((state) => state.board.text);
  const [archive, setArchive] = useState(false);
  if (projects === null) return <ViewHead title={t('Projects')} about="" />;
  const wanted = projects.filter(({ name }) => name.toLowerCase().includes(text.trim().toLowerCase()));
  const made = wanted.filter(({ id, archived_at }) => id !== null && archived_at === null);
  const archived = wanted.filter(({ archived_at }) => archived_at !== null);
  const folders = wanted.filter(({ id, name }) => id === null && name !== 'uncategorized');
  const none = made.length === 0 && folders.length === 0 && archived.length === 0;
  return (
    <>
      <ViewHead title={t('Projects')} about={t('{count, plural, one {# project} other {# projects}}', { count: projects.filter(({ id }) => id !== null).length })}>
        {!(none && text === '') && (
          <Button kind="primary" icon={Plus} onPress={create}>
            {t('New project')}
          </Button>
        )}
      </ViewHead>
      <div className={styles.gallery} data-pane>
        {none && (text === '' ? <NoProjects /> : <NoneCalledSo />)}
        {made.length > 0 && <Cards label={t('Projects')} projects={made} />}
        {folders.length > 0 && (
          <section>
            <h2>{t('Folders of pictures')}</h2>
            <p className={styles.about}>{t('These came in under a name. Give one a board to decide what belongs to it.')}</p>
            <Cards label={t('Folders of pictures')} projects={folders} />
          </section>
        )}
        {archived.length > 0 && (
          <section>
            <Button kind="quiet" icon={Archive} pressed={archive} onPress={() => setArchive(!archive)}>
              {t('Archived {count, number}', { count: archived.length })}
            </Button>
            {archive && <Cards label={t('Archived projects')} projects={archived} />}
          </section>
        )}
      </div>
    </>
  );
}

function NoProjects() {
  return (
    <EmptyState icon={SquareKanban} title={t('No projects yet')} actions={<Button kind="primary" icon={Plus} onPress={create}>{t('New project')}</Button>}>
      {t('A project gathers pictures, styles, characters, concepts and notes on a board, with every decision and its reason.')}
    </EmptyState>
  );
}

function NoneCalledSo() {
  return (
    <EmptyState icon={SearchX} title={t('No project is called so')} actions={<Button onPress={() => setBoard({ text: '' })}>{t('Clear the filter')}</Button>}>
      {t('Projects and folders of pictures are found by their names.')}
    </EmptyState>
  );
}

function Cards({ label, projects }: { readonly label: string; readonly projects: readonly ProjectSummary[] }) {
  return (
    <ul className={styles.cards} aria-label={label}>
      {projects.map((project) => (
        <li key={project.id ?? `folder ${project.name}`}>
          <button type="button" className={styles.card} onClick={() => void openProject(project)}>
            <Thumb hash={project.cover} icon={project.id === null ? FolderPlus : SquareKanban} className={styles.cover} />
            <span className={styles.name}>
              <b>{project.name}</b>
              {project.id === null && <Badge>{t('Make a board')}</Badge>}
              {project.type !== null && <Badge>{project.type}</Badge>}
            </span>
            <span className={styles.counts}>
              {t('{assets, plural, one {# picture} other {# pictures}}', { assets: project.assets })}
              {project.id !== null && ` · ${t('{decisions, plural, one {# decision} other {# decisions}}', { decisions: project.decisions })}`}
            </span>
            {project.description !== null && <span className={styles.words} dir="auto">{project.description}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
