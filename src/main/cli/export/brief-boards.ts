import { join } from 'node:path';
import type { ProjectSummary } from '@shared/library/board-answers';
import type { Brief } from '../../hub/board-brief';
import { bestInBrief, briefOf } from '../../hub/board-brief';
import { BoardMoments } from '../../projections/board-moments';
import { ProjectPages } from '../../projections/board-page';
import { BoardProjection } from '../../projections/board-projection';
import { BoardQueries } from '../../projections/board-queries';
import { BoardReaders } from '../../projections/board-reader';
import { LibraryQueries } from '../../projections/library-queries';
import type { CliLog } from '../open-log';
import { UsageError } from '../usage-error';
import { withLibraryCopy } from './open-library-copy';

/** The boards of a data folder, as commands read them. */
export interface CliBoards {
  readonly projects: readonly ProjectSummary[];
  readonly pages: ProjectPages;
  brief(projectId: string): Brief;
}

/** The boards as the log has them now, in a copy of their own, beside a hub that may be working. */
export async function withBoards<T>(log: CliLog, use: (boards: CliBoards) => T | Promise<T>): Promise<T> {
  return withLibraryCopy(log, async (database) => {
    await new BoardProjection(database, log.reader).follow();
    const queries = new BoardQueries(database);
    const pages = new ProjectPages(database, new BoardReaders(database, new BoardMoments(database)), queries);
    const library = new LibraryQueries(database);
    const brief = (id: string) => {
      const page = pages.page(id, bestInBrief);
      if (page === null) throw new UsageError(`There is no project ${id}.`);
      return briefOf(page, (hash) => library.asset(hash), join(log.folder, 'thumbnails'));
    };
    return use({ projects: queries.projects(), pages, brief });
  });
}

/** The project that a person means, by its name or its id. @throws UsageError */
export function projectNamed(projects: readonly ProjectSummary[], wanted: string): ProjectSummary & { readonly id: string } {
  const same = (a: string) => a.normalize('NFC').toLowerCase() === wanted.normalize('NFC').trim().toLowerCase();
  const exact = projects.filter(({ id, name }) => id === wanted || name === wanted);
  const [one, ...others] = exact.length > 0 ? exact : projects.filter(({ name }) => same(name));
  if (one === undefined) throw new UsageError(`There is no project ${wanted}. alice project list shows those that there are.`);
  if (others.length > 0) throw new UsageError(`Several projects are called ${wanted}. Name one by its id, as alice project list shows it.`);
  const { id, name } = one;
  if (id === null) throw new UsageError(`${name} is a folder of pictures so far. alice project create ${JSON.stringify(name)} makes a project of it.`);
  return { ...one, id };
}
