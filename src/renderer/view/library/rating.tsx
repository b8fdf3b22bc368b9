import { t } from '@shared/language/language';
import type { AssetRecord } from '@shared/library/asset-record';
import { ScoreFacts } from '../../parts/score-scale-facts';
import { StarsField } from '../../parts/stars-field';
import { ratePicture } from '../../store/rate';
import { useBands } from '../../store/rate-bands';
import styles from './rating.module.css';

interface RatingProps {
  readonly asset: AssetRecord;
  /** The share of the library that scores worse, 0 … 1; null when it cannot be said. */
  readonly betterThan: number | null;
}

/** The rating of a person's own, and beside it what was measured. */
export function Rating({ asset, betterThan }: RatingProps) {
  return (
    <section className={styles.rating} aria-label={t('Rating')}>
      <StarsField own={asset.own_stars} measured={asset.measured_stars} onChange={(stars) => void ratePicture(asset, stars)} />
      <ScoreFacts asset={asset} betterThan={betterThan} bands={useBands()} starsAbove={asset.own_stars === null} />
    </section>
  );
}
