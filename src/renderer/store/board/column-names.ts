import type { ColumnNames } from '@shared/library/column-words';
import { useMemo } from 'react';
import { loadProjects, useBoard } from './use-board';

let asked = false;

/** What columns are called on their boards, for events that do not say it. Boards are asked for when the first such event is shown. */
export function useColumnNames(): ColumnNames {
  const projects = useBoard((state) => state.projects);
  return useMemo(() => (projectId, columnId) => {
    if (projects === null && !asked) {
      asked = true;
      // While a page is made nothing else changes.
      setTimeout(() => void loadProjects());
    }
    const columns = projects?.find(({ id }) => id === projectId)?.columns;
    return columns?.find(({ id }) => id === columnId)?.name ?? null;
  }, [projects]);
}
