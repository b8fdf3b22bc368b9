import type { AppStatus } from '@shared/ipc/answers';
import { t } from '@shared/language/language';
import { Pause, Play } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from '../../parts/button';
import { LiveDot } from '../../parts/live-dot';
import { Meter } from '../../parts/meter';
import { toggleWatching } from '../../store/actions';
import { useLog } from '../../store/use-log';
import { followSources, useSources } from '../../store/use-sources';
import { useStatus } from '../../store/use-status';
import { useRun } from './use-run';
import styles from './watching-card.module.css';

const titles = { on: t('Watching the inbox'), paused: t('Watching is paused'), off: t('Not watching') } as const;

/** Whether the inbox is watched, and how far the present work has come. */
export function WatchingCard() {
  const watching = useStatus((state) => state.status?.watching);
  const ready = useLog((state) => state.ready);
  return watching === undefined || !ready ? null : <Card watching={watching} />;
}

function Card({ watching }: { readonly watching: AppStatus['watching'] }) {
  const { working, waiting, done, total } = useRun();
  const on = watching === 'on';
  const sources = useSources((state) => state.sources?.filter(({ state: now }) => now === 'watching').length ?? 0);
  useEffect(followSources, []);
  const title = on && sources > 0 ? t('Watching {count, number} folders', { count: sources + 1 }) : titles[watching];
  return (
    <section className={styles.card} aria-label={t('Watching')}>
      <div className={styles.head}>
        <LiveDot on={on} />
        <b className={styles.title}>{title}</b>
        {watching !== 'off' && (
          <Button kind="quiet" icon={on ? Pause : Play} label={on ? t('Pause watching') : t('Resume watching')} onPress={() => void toggleWatching()} />
        )}
      </div>
      {working + waiting > 0 ? (
        <div className={styles.run}>
          <div className={styles.numbers}>
            <span>{t('{working, number} working', { working })}</span>
            <span>{t('{waiting, number} waiting', { waiting })}</span>
          </div>
          <Meter label={t('Files done in this run')} value={done} total={total} />
        </div>
      ) : (
        <p className={styles.rest}>{on ? t('All files are filed, linked or set aside') : t('New files wait until you resume')}</p>
      )}
    </section>
  );
}
