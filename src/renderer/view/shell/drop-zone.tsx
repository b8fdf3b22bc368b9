import { t } from '@shared/language/language';
import { Inbox } from 'lucide-react';
import { Icon } from '../../parts/icon';
import { type Dragged, useDragged } from '../../store/dragged';
import { useView } from '../../store/use-view';
import { DropProjects } from './drop-projects';
import styles from './drop-zone.module.css';
import { useFileDrop } from './use-file-drop';

/** Takes files, folders and links that are dropped anywhere on the window, and says what will come of them. */
export function DropZone() {
  useFileDrop();
  const dragged = useDragged((state) => state.dragged);
  const handing = useDragged((state) => state.handed !== null);
  const onBoard = useView(({ place, board }) => place === 'board' && board.project_id !== null && board.part === 'board' && board.at === null);
  const deciding = useView((state) => state.cull !== null);
  const own = dragged === null ? handing : dragged.own;
  // Who takes a picture out of the window, or looks for a column, must see what lies beneath.
  if (own || (onBoard && dragged?.kind === 'files')) return <Strip dragged={dragged} own={own} onBoard={onBoard} />;
  if (dragged === null) return null;
  return (
    <div className={styles.veil} data-whole={deciding}>
      <div className={styles.frame} />
      <div className={styles.words} role="status">
        <span className={styles.badge}>
          <Icon of={Inbox} size="xl" inherit />
        </span>
        {dragged.kind === 'link' ? <LinkWords /> : <FileWords count={dragged.count} />}
      </div>
      <DropProjects heading={t('Or drop on a project to file it there')} />
    </div>
  );
}

interface StripProps {
  /** Null until what is dragged is over the window. */
  readonly dragged: Dragged | null;
  readonly own: boolean;
  readonly onBoard: boolean;
}

/** The projects below what is there. It is made before the system drags: while it does, nothing more can be asked for. */
function Strip({ dragged, own, onBoard }: StripProps) {
  const ownWords = dragged?.count === 1 ? t('Drop on a project to move the file there') : t('Drop on a project to move the files there');
  const hint = onBoard ? t('On a column of the board they stay where they are.') : t('Wait over one for the columns of its board.');
  return (
    <div className={styles.strip} data-shown={dragged !== null}>
      <DropProjects
        heading={own ? ownWords : t('Drop on a column or a project to file it there, elsewhere to add it to the inbox')}
        hint={own ? hint : null}
        columns={own}
      />
    </div>
  );
}

function FileWords({ count }: { readonly count: number }) {
  return (
    <>
      <h2>{t('{count, plural, =0 {Drop to add to the inbox} one {Drop to add it to the inbox} other {Drop to add all # to the inbox}}', { count })}</h2>
      <p>{t('{count, plural, one {It is copied; the original stays where it is.} other {They are copied; the originals stay where they are.}}', { count })}</p>
      <p className={styles.hint}>{t('Pictures, videos and whole folders. The first folder becomes the project.')}</p>
      <p className={styles.hint}>{t('Hold Shift to see first what would become of it.')}</p>
    </>
  );
}

function LinkWords() {
  return (
    <>
      <h2>{t('Drop to fetch into the inbox')}</h2>
      <p>{t('Alice fetches the picture or video from where the link leads, without cookies.')}</p>
      <p className={styles.hint}>{t('Up to 1 GB. It gets its name in the inbox only when it is whole.')}</p>
    </>
  );
}
