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
  const onBoard = useView(({ place, board }) => place === 'board' && board.project_id !== null && board.part === 'board' && board.at === null);
  const deciding = useView((state) => state.cull !== null);
  if (dragged === null) return null;
  // Who takes a picture out of the window, or looks for a column, must see what lies beneath.
  if (dragged.own || (onBoard && dragged.kind === 'files')) return <Strip dragged={dragged} onBoard={onBoard} />;
  return (
    <div className={styles.veil} data-whole={deciding}>
      <div className={styles.frame} />
      <div className={styles.words} role="status">
        <span className={styles.badge}>
          <Icon of={Inbox} size="xl" inherit />
        </span>
        {dragged.kind === 'link' ? <LinkWords /> : <FileWords count={dragged.count} />}
      </div>
      {dragged.kind === 'files' && <DropProjects heading={t('Or drop on a project to file it there')} />}
    </div>
  );
}

function Strip({ dragged: { own, count }, onBoard }: { readonly dragged: Dragged; readonly onBoard: boolean }) {
  const heading = own
    ? t('{count, plural, =0 {Drop on a project to move the files there} one {Drop on a project to move the file there} other {Drop on a project to move # files there}}', { count })
    : t('Drop on a project to file it there, elsewhere to add it to the inbox');
  const hint = own ? (onBoard ? t('Or on a column: the files stay where they are.') : t('Hold still over one for the columns of its board.')) : null;
  return (
    <div className={styles.strip}>
      <DropProjects heading={heading} hint={hint} />
    </div>
  );
}

function FileWords({ count }: { readonly count: number }) {
  return (
    <>
      <h2>{count === 0 ? t('Drop to add to the inbox') : t('Drop {count, plural, one {# thing} other {# things}} into the inbox', { count })}</h2>
      <p>{t('They are copied; the originals stay where they are.')}</p>
      <p className={styles.hint}>{t('Pictures, videos and whole folders. The first folder becomes the project.')}</p>
      <p className={styles.hint}>{t('Hold Shift to see first what would become of them.')}</p>
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
