import type { AssetRecord } from '@shared/library/asset-record';
import { toolName } from '@shared/library/provenance';
import { Eye, FileX2, Film } from 'lucide-react';
import { memo } from 'react';
import { cx } from '../../parts/cx';
import { Icon } from '../../parts/icon';
import { Stars } from '../../parts/stars';
import { Thumb } from '../../parts/thumb';
import styles from './picture-cell.module.css';

interface PictureCellProps {
  readonly id: string;
  readonly asset: AssetRecord;
  readonly left: number;
  readonly width: number;
  readonly height: number;
  readonly selected: boolean;
  readonly active: boolean;
  readonly onLook: (content_hash: string) => void;
}

/** One picture of the library with its stars and tool. */
export const PictureCell = memo(function PictureCell({ id, asset, left, width, height, selected, active, onLook }: PictureCellProps) {
  const video = asset.media_type === 'video';
  return (
    <div
      role="gridcell"
      id={id}
      aria-label={nameOf(asset)}
      aria-selected={selected}
      data-hash={asset.content_hash}
      data-at={active}
      className={styles.cell}
      style={{ left, width }}
    >
      <div className={styles.frame} style={{ height }}>
        <Thumb hash={asset.content_hash} video={video} className={styles.picture} />
        {video && (
          <span className={styles.flag}>
            <Icon of={Film} size="sm" inherit />
            video
          </span>
        )}
        {asset.missing !== null && (
          <span className={cx(styles.flag, styles.lost)}>
            <Icon of={FileX2} size="sm" inherit />
            {asset.missing === 'gone' ? 'missing' : 'replaced'}
          </span>
        )}
        <button type="button" className={styles.look} tabIndex={-1} aria-label={`Quick look at ${asset.file_name}`} onClick={() => onLook(asset.content_hash)}>
          <Icon of={Eye} inherit />
        </button>
      </div>
      <div className={styles.caption}>
        {asset.stars === null ? <span>not rated</span> : <Stars stars={asset.stars} silent />}
        {width > 110 && <span className={styles.tool}>{toolName(asset.source)}</span>}
        {width > 110 && <span className={styles.project}>{asset.project}</span>}
      </div>
    </div>
  );
});

function nameOf(asset: AssetRecord): string {
  const rating = asset.stars === null ? 'not rated' : `${asset.stars} of 5 stars`;
  const lost = asset.missing === null ? '' : asset.missing === 'gone' ? ', file missing' : ', file replaced';
  return `${asset.file_name}${lost}, ${rating}, ${toolName(asset.source)}, ${asset.project}`;
}
