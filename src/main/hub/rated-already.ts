import type { AssetRecord } from '@shared/library/asset-record';
import type { QualityOptions } from '../services/quality/quality-service';

/** What the quality service asks the library, so that nothing is measured twice. */
export function ratedAlready(
  asset: (contentHash: string) => AssetRecord | null,
): Required<Pick<QualityOptions, 'liesFiled' | 'isSettled' | 'ratedBefore'>> {
  return {
    liesFiled: (hash, path) => asset(hash)?.path === path,
    isSettled: (hash, path) => {
      const known = asset(hash);
      return known?.path === path && (known.brisque !== null || known.not_rated !== null);
    },
    ratedBefore: (hash) => {
      const known = asset(hash);
      return known && known.brisque !== null ? { brisque: known.brisque, issues: known.quality_issues } : null;
    },
  };
}
