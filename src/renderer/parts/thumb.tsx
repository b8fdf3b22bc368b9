import { FileX2, Film, ImageIcon, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { cx } from './cx';
import { Icon } from './icon';
import { mediaUrl } from './media-url';
import styles from './thumb.module.css';

interface ThumbProps {
  /** The content hash, or null when there is nothing to show. */
  readonly hash: string | null;
  /** Shown when there is no picture, or it cannot be shown. */
  readonly icon?: LucideIcon;
  readonly video?: boolean;
  readonly eager?: boolean;
  readonly className?: string | undefined;
}

/** A small picture in a box that never changes size; an icon stands in when there is none. Decoration: its row names it. */
export function Thumb({ hash, icon, video = false, eager = false, className }: ThumbProps) {
  const [broken, setBroken] = useState<string | null>(null);
  if (hash === null || broken === hash) {
    return (
      <span className={cx(styles.none, className)}>
        <Icon of={icon ?? (video ? Film : hash === null ? FileX2 : ImageIcon)} />
      </span>
    );
  }
  return (
    <img
      key={hash}
      className={cx(styles.picture, className)}
      src={mediaUrl('thumb', hash)}
      alt=""
      loading={eager ? 'eager' : 'lazy'}
      decoding="async"
      draggable={false}
      onError={() => setBroken(hash)}
    />
  );
}
