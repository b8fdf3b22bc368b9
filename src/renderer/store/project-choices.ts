import { t } from '@shared/language/language';
import type { ProjectSummary } from '@shared/library/board-answers';
import { askQuietly } from './ask';
import { say } from './use-toasts';

/** A project that pictures can be given to. */
export interface ProjectChoice {
  readonly key: string;
  /** Null when it is created first. */
  readonly id: string | null;
  readonly name: string;
  readonly label: string;
  /** How many pictures are its own; null for one that is not there. */
  readonly assets: number | null;
}

/** What pictures without a project are filed under: it is none. */
const noProject = 'uncategorized';
const mostShown = 100;

/** The projects whose names hold a text, those that begin with it first, and a new one of that name. Archived ones are over. */
export function choicesOf(projects: readonly ProjectSummary[], text: string): ProjectChoice[] {
  const name = text.trim();
  const wanted = name.toLowerCase();
  const open = projects.filter((project) => project.archived_at === null && project.name !== noProject);
  const fits = open.filter((project) => project.name.toLowerCase().includes(wanted));
  const begins = (project: ProjectSummary) => Number(project.name.toLowerCase().startsWith(wanted));
  const found = fits.toSorted((a, b) => begins(b) - begins(a)).slice(0, mostShown).map(({ id, name: own, assets }): ProjectChoice =>
    ({ key: id ?? `folder ${own}`, id, name: own, label: own, assets }));
  const isNew = wanted !== '' && wanted !== noProject && !projects.some((project) => project.name.toLowerCase() === wanted);
  return isNew ? [...found, { key: 'new', id: null, name, label: t('New project: {name}', { name }), assets: null }] : found;
}

/** The id of the project that was chosen, which is created if nobody has made it; null when that was refused, which has been said. */
export async function projectOf({ id, name }: Pick<ProjectChoice, 'id' | 'name'>): Promise<string | null> {
  if (id !== null) return id;
  const project_id = crypto.randomUUID();
  const done = await askQuietly('board/create-project', { project_id, project_name: name });
  if (typeof done !== 'string') return project_id;
  say(done, 'problem');
  return null;
}
