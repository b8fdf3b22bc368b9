import type { AssetRecord } from '@shared/library/asset-record';
import { Badge } from '../../parts/badge';
import { ScoreScale } from '../../parts/score-scale';
import { Stars } from '../../parts/stars';
import styles from './rating.module.css';

interface RatingProps {
  readonly asset: AssetRecord;
  /** The share of the library that scores worse, 0 … 1; null when it cannot be said. */
  readonly betterThan: number | null;
}

/** Stars, the score they come from, and how it compares; or the reason why there are none. */
export function Rating({ asset, betterThan }: RatingProps) {
  if (asset.stars === null || asset.brisque === null) {
    return (
      <div className={styles.rating}>
        <Badge>not rated</Badge>
        {asset.not_rated !== null && <p className={styles.reason}>{asset.not_rated}</p>}
      </div>
    );
  }
  return (
    <div className={styles.rating}>
      <div className={styles.line}>
        <Stars stars={asset.stars} large />
        <Badge>by BRISQUE</Badge>
      </div>
      <div className={styles.score}>
        <b>{asset.brisque.toFixed(1)}</b>
        <span>technical quality</span>
        {betterThan !== null && <span className={styles.end}>better than {Math.round(betterThan * 100)} %</span>}
      </div>
      <ScoreScale score={asset.brisque} />
      {asset.quality_issues.length > 0 && <p className={styles.reason}>Measured: {asset.quality_issues.join(', ').replaceAll('_', ' ')}</p>}
    </div>
  );
}
