import { t } from '@shared/language/language';
import { bytesInWords } from '@shared/story/words';
import { X } from 'lucide-react';
import { Button } from '../../parts/button';
import { Meter } from '../../parts/meter';
import { type Fetch, stopFetch, useFetches } from '../../store/use-fetches';
import styles from './fetching.module.css';

/** Links that are being fetched into the inbox; nothing while there are none. */
export function Fetching() {
  const fetches = useFetches((state) => state.fetches);
  if (fetches.length === 0) return null;
  return (
    <section className={styles.fetching} aria-label={t('Being fetched')}>
      <h2>{t('{count, plural, one {# link is being fetched} other {# links are being fetched}}', { count: fetches.length })}</h2>
      <ul>
        {fetches.map((fetch) => <Line key={fetch.id} fetch={fetch} />)}
      </ul>
    </section>
  );
}

function Line({ fetch: { id, name, host, running, bytes, total } }: { readonly fetch: Fetch }) {
  return (
    <li className={styles.line}>
      <span className={styles.name} dir="auto" title={name}>{name}</span>
      <span className={styles.host}>{host}</span>
      <span className={styles.meter}>{running && total !== null && <Meter label={t('Fetched of {name}', { name })} value={bytes} total={total} />}</span>
      <span className={styles.bytes}>{running ? bytesOf(bytes, total) : t('waits')}</span>
      <Button kind="quiet" icon={X} label={t('Stop fetching {name}', { name })} onPress={() => void stopFetch(id)} />
    </li>
  );
}

function bytesOf(bytes: number, total: number | null): string {
  if (bytes === 0) return t('asking');
  if (total === null) return bytesInWords(bytes);
  return t('{bytes} of {total}', { bytes: bytesInWords(bytes), total: bytesInWords(total) });
}
