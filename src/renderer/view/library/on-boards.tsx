import { t } from '@shared/language/language';
import type { PictureOnBoard } from '@shared/library/board-answers';
import { columnInWords } from '@shared/library/column-words';
import { SquareKanban } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Icon } from '../../parts/icon';
import { Section } from '../../parts/section';
import { askQuietly } from '../../store/ask';
import { openOnBoard } from '../../store/board/open-project';
import { useBoard } from '../../store/board/use-board';
import styles from './on-boards.module.css';

const none: readonly PictureOnBoard[] = [];

/** The boards on which a picture stands; each line leads to its card. */
export function OnBoards({ hash, sequence }: { readonly hash: string; readonly sequence: number }) {
  const boards = useWhereabouts(hash, sequence);
  if (boards.length === 0) return null;
  return (
    <Section title={t('On boards')}>
      <ul className={styles.boards}>
        {boards.map(({ project_id, project_name: project, column_id, column_name, guest }) => (
          <li key={project_id}>
            <button type="button" className={styles.line} onClick={() => openOnBoard(project_id, { kind: 'asset', id: hash })}>
              <Icon of={SquareKanban} size="sm" inherit />
              <span className={styles.words}>
                {guest
                  ? t('On the board of {project} as a guest, in {column}', { project, column: columnInWords({ id: column_id, name: column_name }) })
                  : t('On the board of {project}, in {column}', { project, column: columnInWords({ id: column_id, name: column_name }) })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Asked for anew when the picture changes, and when something happened on a board. */
function useWhereabouts(content_hash: string, sequence: number): readonly PictureOnBoard[] {
  const [answer, setAnswer] = useState<{ readonly of: string; readonly boards: readonly PictureOnBoard[] } | null>(null);
  const projects = useBoard((state) => state.projects);
  useEffect(() => {
    let left = false;
    void askQuietly('board/of-picture', { content_hash }).then((reply) => {
      if (!left && typeof reply !== 'string') setAnswer({ of: content_hash, boards: reply.answer });
    });
    return () => {
      left = true;
    };
  }, [content_hash, sequence, projects]);
  return answer !== null && answer.of === content_hash ? answer.boards : none;
}
