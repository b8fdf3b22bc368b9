import { t } from '@shared/language/language';
import type { ProjectSummary } from '@shared/library/board-answers';
import { columnInWords } from '@shared/library/column-words';
import { Folder } from 'lucide-react';
import { useEffect } from 'react';
import { Icon } from '../../parts/icon';
import { Thumb } from '../../parts/thumb';
import { loadProjects, useBoard } from '../../store/board/use-board';
import { isHeldOver, useDragged } from '../../store/dragged';
import { choicesOf } from '../../store/project-choices';
import styles from './drop-projects.module.css';

const mostShown = 12;
const none: readonly ProjectSummary[] = [];

interface DropProjectsProps {
  readonly heading: string;
  readonly hint?: string | null;
  /** Whether the columns of a project are shown when something is held over it. */
  readonly columns?: boolean;
}

/** The projects on which something can be let go, while it is held over the window. The sidebar's rows take it, too. */
export function DropProjects({ heading, hint = null, columns = false }: DropProjectsProps) {
  const projects = useBoard((state) => state.projects) ?? none;
  const unfolded = useDragged(({ dragged }) => dragged?.unfolded ?? null);
  useEffect(() => void loadProjects(), []);
  const choices = choicesOf(projects, '').slice(0, mostShown);
  const covers = new Map(projects.map(({ name, cover }) => [name, cover]));
  const open = columns ? projects.find(({ name, columns: all }) => name === unfolded && all.length > 0) : undefined;
  if (choices.length === 0) return null;
  return (
    <section className={styles.projects} aria-label={heading}>
      {/* Above, so that nothing moves away under what is held. */}
      {open !== undefined && <Columns project={open} />}
      <p>
        {heading}
        {hint !== null && <span className={styles.hint}>{hint}</span>}
      </p>
      <ul>
        {choices.map(({ key, name }) => <Tile key={key} name={name} cover={covers.get(name) ?? null} />)}
      </ul>
    </section>
  );
}

function Tile({ name, cover }: { readonly name: string; readonly cover: string | null }) {
  const over = useDragged(isHeldOver({ kind: 'project', name }));
  return (
    <li className={styles.tile} data-drop-project={name} data-over={over}>
      {cover === null ? <Icon of={Folder} inherit /> : <Thumb hash={cover} className={styles.cover} eager />}
      <span className={styles.name} dir="auto">{name}</span>
    </li>
  );
}

function Columns({ project: { id, name, columns } }: { readonly project: ProjectSummary }) {
  const heading = t('In a column of {project}; the files stay where they are', { project: name });
  return (
    <>
      <p className={styles.of}>{heading}</p>
      <ul aria-label={heading}>
        {columns.map((column) => <Column key={column.id} project_id={id ?? ''} {...column} />)}
      </ul>
    </>
  );
}

function Column({ project_id, id, name }: { readonly project_id: string; readonly id: string; readonly name: string }) {
  const over = useDragged(isHeldOver({ kind: 'column', project_id, id }));
  return (
    <li className={styles.tile} data-drop-column={id} data-drop-of={project_id} data-over={over} data-column>
      <span className={styles.name} dir="auto">{columnInWords({ id, name })}</span>
    </li>
  );
}
