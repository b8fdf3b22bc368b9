import type { ThumbHash } from '@shared/library/thumb-hash';
import { Film, ImageIcon, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { cx } from './cx';
import { Icon } from './icon';
import { mediaUrl } from './media-url';
import { type Shape, SoftGround } from './soft-ground';
import styles from './thumb.module.css';

interface ThumbProps {
  /** The content hash, or null when there is nothing to show. */
  readonly hash: string | null;
  /** What stands there until the picture has come. */
  readonly softly?: ThumbHash | undefined;
  /** The whole picture is shown, and this is its shape; else it fills the box. */
  readonly shape?: Shape | null;
  /** Shown when there is no picture, or it cannot be shown. */
  readonly icon?: LucideIcon;
  readonly video?: boolean;
  /** A new value tries again to load a picture that was not there before. */
  readonly attempt?: string | number;
  readonly eager?: boolean;
  /** Can be dragged to other programs, as the file that it shows. */
  readonly handOut?: boolean;
  readonly className?: string | undefined;
}

/** A small picture in a box that never changes size; an icon stands in when there is none. Decoration: its row names it. */
export function Thumb({ hash, softly, shape = null, icon, className, ...how }: ThumbProps) {
  const { video = false, attempt = 0, eager = false, handOut = false } = how;
  const [broken, setBroken] = useState<string | null>(null);
  const load = `${hash ?? ''} ${attempt}`;
  if (hash === null || broken === load) {
    return (
      <span className={cx(styles.none, className)}>
        <Icon of={icon ?? (video ? Film : ImageIcon)} />
      </span>
    );
  }
  const picture = (
    <img
      key={load}
      className={softly === undefined ? cx(styles.picture, className) : undefined}
      src={mediaUrl('thumb', hash)}
      alt=""
      loading={eager ? 'eager' : 'lazy'}
      decoding="async"
      draggable={handOut}
      {...(handOut && { 'data-hand-out': hash })}
      onError={() => setBroken(load)}
    />
  );
  return softly === undefined ? picture : <SoftGround key={load} hash={softly} shape={shape} className={className}>{picture}</SoftGround>;
}
