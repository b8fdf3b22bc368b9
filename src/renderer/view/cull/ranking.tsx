import { t } from '@shared/language/language';
import type { Preference } from '@shared/library/preference';
import { Trophy } from 'lucide-react';
import { useEffect } from 'react';
import { EmptyState } from '../../parts/empty-state';
import { rich } from '../../parts/rich';
import { Thumb } from '../../parts/thumb';
import { useLog } from '../../store/use-log';
import { nameRanking } from '../../store/use-preference';
import styles from './ranking.module.css';

/** The pictures in the order in which they were preferred. */
export function Ranking({ ranking }: { readonly ranking: readonly Preference[] }) {
  useEffect(() => void nameRanking(ranking), [ranking]);
  if (ranking.length === 0) {
    return (
      <EmptyState icon={Trophy} title={t('No ranking yet')}>
        {t('Choose between a few pictures first. What you prefer comes to the top.')}
      </EmptyState>
    );
  }
  return (
    <ol className={styles.ranking} aria-label={t('Ranking')}>
      {ranking.map((one, index) => (
        <Ranked key={one.content_hash} place={index + 1} preference={one} />
      ))}
    </ol>
  );
}

function Ranked({ place, preference: { content_hash, elo, comparisons } }: { readonly place: number; readonly preference: Preference }) {
  const asset = useLog((state) => state.assets.get(content_hash));
  return (
    <li className={styles.one}>
      <div className={styles.box}>
        <Thumb hash={content_hash} video={asset?.media_type === 'video'} className={styles.picture} />
        <b className={styles.place}>{place}</b>
      </div>
      <span className={styles.name}>{asset?.file_name ?? ''}</span>
      <span className={styles.numbers}>
        {rich('<b>{elo}</b> Elo, {comparisons, plural, one {# comparison} other {# comparisons}}', {
          elo: String(Math.round(elo)),
          comparisons,
          b: (words) => <b>{words}</b>,
        })}
      </span>
    </li>
  );
}
