import type { CareOverview } from '@shared/ipc/answers';
import { dateLocale, t } from '@shared/language/language';
import { bytesInWords } from '@shared/story/words';
import { DatabaseBackup } from 'lucide-react';
import { Button } from '../../parts/button';
import { backUpNow, useCare } from '../../store/use-care';
import { ago } from './ago';
import { EmptyTrash } from './empty-trash';
import styles from './safety.module.css';

const backupsShown = 5;

/** What stands between a mistake and a loss: operations under way, the trash, backups of the log. */
export function Safety({ overview, now }: { readonly overview: CareOverview; readonly now: number }) {
  const { open_operations, trash, backups } = overview;
  const busy = useCare((state) => state.backing_up);
  const [newest] = backups;
  return (
    <div className={styles.cards}>
      <section className={styles.card} aria-labelledby="care-trash">
        <h3 id="care-trash">{t('Trash')}</h3>
        <p>
          {trash.files === 0
            ? t('The trash is empty. What Alice takes out of the organized folder comes here first.')
            : t('{files, plural, one {# file} other {# files}}, {size}. They stay in the organized folder until you empty the trash.', {
                files: trash.files,
                size: bytesInWords(trash.bytes),
              })}
        </p>
        {trash.files > 0 && (
          <div className={styles.foot}>
            <EmptyTrash trash={trash} />
          </div>
        )}
      </section>
      <section className={styles.card} aria-labelledby="care-backups">
        <h3 id="care-backups">{t('Backups of the log')}</h3>
        <p>
          {newest === undefined
            ? t('There is no backup yet. One is made every day.')
            : t('The newest was made {when}. Every event of a backup was read and checked.', { when: ago(newest.made_at, now) })}
        </p>
        {backups.length > 0 && (
          <ul className={styles.backups}>
            {backups.slice(0, backupsShown).map(({ file, made_at, bytes, last_sequence }) => (
              <li key={file} title={file}>
                <time dateTime={made_at}>{new Date(made_at).toLocaleString(dateLocale(), { dateStyle: 'medium', timeStyle: 'short' })}</time>
                <span>{t('{events, plural, one {# event} other {# events}}', { events: last_sequence })}</span>
                <span>{bytesInWords(bytes)}</span>
              </li>
            ))}
          </ul>
        )}
        <div className={styles.foot}>
          <Button icon={DatabaseBackup} disabled={busy} onPress={() => void backUpNow()}>
            {busy ? t('Backing up') : t('Back up now')}
          </Button>
          {backups.length > backupsShown && <span className={styles.quiet}>{t('and {count, number} older', { count: backups.length - backupsShown })}</span>}
        </div>
      </section>
      <section className={styles.card} aria-labelledby="care-open">
        <h3 id="care-open">{t('File operations')}</h3>
        <p>
          {open_operations === 0
            ? t('None is open. Each one that was begun came to its end.')
            : t('{open, plural, one {# operation} other {# operations}} under way. Each is written down before it begins, so that a crash loses nothing.', {
                open: open_operations,
              })}
        </p>
      </section>
    </div>
  );
}

