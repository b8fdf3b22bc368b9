import type { ProjectSummary } from '@shared/library/board-answers';
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

/** The projects on which something can be let go, while it is held over the window. The sidebar's rows take it, too. */
export function DropProjects({ heading, hint = null }: { readonly heading: string; readonly hint?: string | null }) {
  const projects = useBoard((state) => state.projects) ?? none;
  useEffect(() => void loadProjects(), []);
  const choices = choicesOf(projects, '').slice(0, mostShown);
  const covers = new Map(projects.map(({ name, cover }) => [name, cover]));
  if (choices.length === 0) return null;
  return (
    <section className={styles.projects} aria-label={heading}>
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
