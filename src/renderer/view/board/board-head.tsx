import { t } from '@shared/language/language';
import { cardKinds } from '@shared/library/board';
import { Archive, ArchiveRestore, ChevronLeft, Ellipsis, FileDown, ImageIcon, Pencil } from 'lucide-react';
import { ActionMenu } from '../../parts/action-menu';
import { Badge } from '../../parts/badge';
import { Button } from '../../parts/button';
import { Segmented } from '../../parts/segmented';
import { Thumb } from '../../parts/thumb';
import { openBoardForm } from '../../store/board/board-forms';
import { saveBrief } from '../../store/board/form-brief';
import { setBoardState, useBoard } from '../../store/board/use-board';
import { setBoard, showSearch, useView } from '../../store/use-view';
import styles from './board-head.module.css';
import { kinds } from './card-words';
import { NewCardMenu } from './new-card-menu';

const parts = [['board', t('Board')], ['page', t('Page')]] as const;
const allKinds = [['all', t('All')], ...cardKinds.map((kind) => [kind, kinds[kind].plural] as const)] as const;

interface BoardHeadProps {
  readonly project_id: string;
  readonly menu: boolean;
  readonly onMenu: (open: boolean) => void;
}

/** What project it is, and what can be done with it. */
export function BoardHead({ project_id, menu, onMenu }: BoardHeadProps) {
  const summary = useBoard((state) => state.projects?.find(({ id }) => id === project_id) ?? null);
  const board = useBoard((state) => (state.board?.project.id === project_id ? state.board : null));
  const kind = useBoard((state) => state.kind);
  const part = useView((state) => state.board.part);
  const past = useView((state) => state.board.at !== null);
  const name = board?.project.name ?? summary?.name ?? '';
  const archived = (board?.project.archived_at ?? null) !== null;
  const about = [board?.project.type, board && t('{decisions, plural, one {# decision} other {# decisions}}', { decisions: board.decisions }), board && t('{assets, plural, one {# picture} other {# pictures}}', { assets: board.assets })];
  return (
    <>
      <header className={styles.head}>
        <Button kind="quiet" icon={ChevronLeft} label={t('All projects')} onPress={() => setBoard({ project_id: null, open: null, at: null, text: '' })} />
        <Thumb hash={summary?.cover ?? null} className={styles.cover} />
        <h1>{name}</h1>
        {archived && <Badge>{t('Archived')}</Badge>}
        <span className={styles.about}>{about.filter((part) => typeof part === 'string').join(' · ')}</span>
        <span className={styles.controls}>
          <Segmented label={t('Show the project as')} options={parts} value={part} onChange={(next) => setBoard({ part: next, open: null, at: null })} />
          <ActionMenu
            label={t('Project')}
            icon={Ellipsis}
            kind="quiet"
            actions={[
              { id: 'pictures', name: t('Its pictures in the library'), icon: ImageIcon, run: () => showSearch({ project: [name] }) },
              { id: 'change', name: t('Name and description…'), icon: Pencil, disabled: past, run: () => openBoardForm({ kind: 'change-project', project_id }) },
              {
                id: 'archive', name: archived ? t('Reopen') : t('Archive…'), icon: archived ? ArchiveRestore : Archive, disabled: past,
                run: () => openBoardForm({ kind: 'archive-project', project_id }),
              },
              { id: 'html', name: t('Export the brief as a web page…'), icon: FileDown, run: () => void saveBrief(project_id, 'html') },
              { id: 'markdown', name: t('Export the brief as Markdown…'), icon: FileDown, run: () => void saveBrief(project_id, 'markdown') },
            ]}
          />
          {!past && <NewCardMenu project_id={project_id} open={menu} onOpenChange={onMenu} />}
        </span>
      </header>
      {part === 'board' && (
        <div className={styles.filters}>
          <Segmented
            label={t('Kinds of cards')}
            options={allKinds}
            value={kind ?? 'all'}
            onChange={(next) => setBoardState({ kind: next === 'all' ? null : next })}
          />
          <span className={styles.hint}>{past ? t('The past cannot be changed. Esc leads back to now.') : t('Space picks the card up, arrows carry it')}</span>
        </div>
      )}
    </>
  );
}
