import type { AssetRecord } from '@shared/library/asset-record';
import { useMemo } from 'react';
import { Badge } from '../../parts/badge';
import { ScoreScale } from '../../parts/score-scale';
import { Stars } from '../../parts/stars';
import { useLog } from '../../store/use-log';
import styles from './rating.module.css';

const fewest = 20;

/** Stars, the score they come from, and how it compares; or the reason why there are none. */
export function Rating({ asset }: { readonly asset: AssetRecord }) {
  const better = useBetterThan(asset.brisque);
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
        {better !== null && <span className={styles.end}>better than {better} %</span>}
      </div>
      <ScoreScale score={asset.brisque} />
      {asset.quality_issues.length > 0 && <p className={styles.reason}>Measured: {asset.quality_issues.join(', ').replaceAll('_', ' ')}</p>}
    </div>
  );
}

/** The share of the library that scores worse, in percent; null while not all of it is loaded or it is too small to say. */
function useBetterThan(score: number | null): number | null {
  const assets = useLog((state) => state.assets);
  const complete = useLog((state) => state.assets_before === null);
  return useMemo(() => {
    if (score === null || !complete) return null;
    const scores = [...assets.values()].map((asset) => asset.brisque).filter((other) => other !== null);
    if (scores.length < fewest) return null;
    return Math.round((scores.filter((other) => other > score).length / scores.length) * 100);
  }, [assets, complete, score]);
}
