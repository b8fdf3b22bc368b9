import { useEffect, useState } from 'react';
import type { ProjectSummary } from '@shared/library/board-answers';
import { number } from '../../parts/numbers';
import { ViewHead } from '../../parts/view-head';
import { ask } from '../../store/ask';

/** The projects, and the board of the one that is open. */
export function BoardView() {
  const [projects, setProjects] = useState<readonly ProjectSummary[]>([]);
  useEffect(() => {
    void ask('board/projects', {}).then((answer) => setProjects(answer ?? []));
  }, []);
  return <ViewHead title="Projects" about={`${number(projects.length)} projects`} />;
}
