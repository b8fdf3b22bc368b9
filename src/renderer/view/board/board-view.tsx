import { useEffect } from 'react';
import { Notice } from '../../parts/notice';
import { loadBoard, loadProjects, useBoard } from '../../store/board/use-board';
import { useView } from '../../store/use-view';
import { BoardCanvas } from './board-canvas';
import { BoardHead } from './board-head';
import styles from './board-view.module.css';
import { CardPane } from './card-pane';
import { ProjectPage } from './page/project-page';
import { ProjectGallery } from './project-gallery';
import { TimeBar } from './time-bar';
import { useBoardPlaceKeys } from './use-board-place-keys';

/** The projects, or the board of the one that is open. */
export function BoardView() {
  const project_id = useView((state) => state.board.project_id);
  const at = useView((state) => state.board.at);
  useEffect(() => {
    void loadProjects();
  }, []);
  useEffect(() => {
    if (project_id !== null) void loadBoard(project_id, at);
  }, [project_id, at]);
  return project_id === null ? <ProjectGallery /> : <OpenProject project_id={project_id} />;
}

function OpenProject({ project_id }: { readonly project_id: string }) {
  const problem = useBoard((state) => state.problem);
  const board = useBoard((state) => (state.board?.project.id === project_id ? state.board : null));
  const past = useView((state) => state.board.at !== null);
  const open = useView((state) => state.board.open);
  const isPage = useView((state) => state.board.part === 'page');
  const menu = useBoardPlaceKeys(project_id);
  return (
    <div className={styles.place} data-past={past}>
      <BoardHead project_id={project_id} {...menu} />
      {problem !== null && <Notice>{problem}</Notice>}
      {isPage && <ProjectPage key={project_id} projectId={project_id} />}
      {!isPage && board !== null && (
        <>
          <div className={styles.work}>
            <BoardCanvas />
            {open !== null && <CardPane key={`${open.kind} ${open.id}`} project_id={project_id} card={open} />}
          </div>
          <TimeBar />
        </>
      )}
    </div>
  );
}
