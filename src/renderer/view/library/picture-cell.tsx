import { t } from '@shared/language/language';
import type { LibraryCard } from '@shared/library/library-answer';
import { toolName } from '@shared/library/provenance';
import { Check, Eye, FileX2, Film } from 'lucide-react';
import { memo, useState } from 'react';
import { cx } from '../../parts/cx';
import { Icon } from '../../parts/icon';
import { Stars, starsNamed } from '../../parts/stars';
import { Thumb } from '../../parts/thumb';
import { useLookedAt } from '../../store/use-flight';
import { useCard } from '../../store/use-library-cards';
import { turnChosen } from '../../store/use-library-chosen';
import { openPicture } from './open-picture';
import styles from './picture-cell.module.css';
import { seenAsMeant } from './use-grid-keys';

interface PictureCellProps {
  readonly id: number;
  readonly domId: string;
  readonly left: number;
  readonly width: number;
  readonly height: number;
  readonly selected: boolean;
  /** Whether anything is chosen. */
  readonly choosing: boolean;
  readonly active: boolean;
}

/** One picture of the library with its stars and tool. */
export const PictureCell = memo(function PictureCell({ id, domId, left, width, height, selected, choosing, active }: PictureCellProps) {
  const asset = useCard(id, useLookedAt());
  const [pointed, setPointed] = useState(false);
  if (asset === null) {
    return (
      <div role="gridcell" id={domId} aria-label={t('Loading')} data-id={id} data-at={active} className={styles.cell} style={{ left, width }}>
        <div className={cx(styles.frame, styles.loading)} style={{ height }} />
      </div>
    );
  }
  const video = asset.media_type === 'video';
  // A library shows hundreds: what is seen of one at a time is drawn for that one.
  const near = pointed || active;
  return (
    <div
      role="gridcell"
      id={domId}
      aria-label={nameOf(asset)}
      aria-selected={selected}
      data-id={id}
      data-at={active}
      className={styles.cell}
      style={{ left, width }}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
    >
      <div className={styles.frame} style={{ height }} data-frame>
        <Thumb hash={asset.content_hash} softly={asset.thumb_hash} video={video} handOut className={styles.picture} />
        {video && (
          <span className={styles.flag}>
            <Icon of={Film} size="sm" inherit />
            {t('video')}
          </span>
        )}
        {asset.missing !== null && (
          <span className={cx(styles.flag, styles.lost)}>
            <Icon of={FileX2} size="sm" inherit />
            {asset.missing === 'gone' ? t('missing') : t('replaced')}
          </span>
        )}
        <button
          type="button"
          className={styles.choose}
          tabIndex={-1}
          aria-label={selected && choosing ? t('Leave out {name}', { name: asset.file_name }) : t('Choose {name}', { name: asset.file_name })}
          data-on={selected && choosing}
          data-choosing={choosing}
          onClick={() => turnChosen(id, seenAsMeant())}
        >
          {(near || choosing) && <Icon of={Check} size="sm" inherit />}
        </button>
        <button type="button" className={styles.look} tabIndex={-1} aria-label={t('Quick look at {name}', { name: asset.file_name })} onClick={() => openPicture(id, { quick_look: true })}>
          {near && <Icon of={Eye} inherit />}
        </button>
      </div>
      <div className={styles.caption}>
        {asset.stars === null ? <span>{t('not rated')}</span> : <Stars stars={asset.stars} by={asset.own ? 'you' : 'measured'} silent />}
        {width > 110 && <span className={near ? styles.project : styles.tool}>{near ? asset.project : toolName(asset.source)}</span>}
      </div>
    </div>
  );
});

function nameOf(asset: LibraryCard): string {
  const rating = asset.stars === null ? t('not rated') : starsNamed(asset.stars, asset.own ? 'you' : 'measured');
  const lost = asset.missing === null ? [] : [asset.missing === 'gone' ? t('file missing') : t('file replaced')];
  return [asset.file_name, ...lost, rating, toolName(asset.source), asset.project].join(', ');
}
