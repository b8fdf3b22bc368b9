import { t } from '@shared/language/language';
import { Inbox } from 'lucide-react';
import { Icon } from '../../parts/icon';
import styles from './drop-zone.module.css';
import { useFileDrop } from './use-file-drop';

/** Takes files, folders and links that are dropped anywhere on the window, and says what will come of them. */
export function DropZone() {
  const dragged = useFileDrop();
  if (dragged === null) return null;
  return (
    <div className={styles.veil} role="status">
      <div className={styles.frame} />
      <div className={styles.words}>
        <span className={styles.badge}>
          <Icon of={Inbox} size="xl" inherit />
        </span>
        {dragged.kind === 'link' ? <LinkWords /> : <FileWords count={dragged.count} />}
      </div>
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
