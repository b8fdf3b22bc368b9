import { t } from '@shared/language/language';
import type { AssetRecord } from '@shared/library/asset-record';
import { FileX2, Film, ImageOff, type LucideIcon } from 'lucide-react';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { cx } from '../../parts/cx';
import { Icon } from '../../parts/icon';
import { screens, thumbnails, useKept, useOriginal } from './decoded-pictures';
import type { Kept } from './kept-pictures';
import styles from './picture-stage.module.css';
import { useBox } from './use-box';
import { useZoomPointer } from './use-zoom-pointer';
import { fitScale, held, placeOf, type Point, type Size, type Stand, type ZoomView } from './zoom-view';

/** A picture as a stage shows it. */
export interface Shown {
  readonly content_hash: string;
  /** What it is called; nothing that must not be known is in it. */
  readonly name: string;
  /** Null when only the picture itself can tell. */
  readonly size: Size | null;
  readonly media_type: AssetRecord['media_type'];
  readonly missing: AssetRecord['missing'];
}

/** Where a picture is shown: what keys need to know of it. */
export interface Room {
  readonly stand: Stand;
  /** Where the pointer is over it, from the middle; null when it is elsewhere. */
  readonly pointer: () => Point | null;
}

interface PictureStageProps {
  /** Null until it is known what is to be shown. */
  readonly shown: Shown | null;
  readonly view: ZoomView;
  readonly onView: (view: ZoomView) => void;
  readonly onPress?: () => void;
  /** Set where several show the same place: then it is shown even if the picture ends there. */
  readonly together?: boolean;
  /** Told the room of the stage whenever it is drawn. */
  readonly onRoom?: ((room: Room | null) => void) | undefined;
  readonly focused?: boolean;
  readonly label?: string;
  /** Lies on the picture. */
  readonly children?: ReactNode;
}

/**
 * One picture on neutral ground: its thumbnail at once, what a screen shows of it as soon as that can be drawn without a pause, and the
 * whole of it for who goes closer.
 */
export function PictureStage({ shown, view, onView, onPress, onRoom, together = false, focused, label, children }: PictureStageProps) {
  const stage = useRef<HTMLDivElement>(null);
  const box = useBox(stage);
  const hash = shown?.content_hash ?? null;
  const thumb = useKept(thumbnails, hash);
  const screen = useAfterFirstFrame(useKept(screens, hash), hash, thumb?.state === 'ready');
  const roughly = shown?.size ?? sizeOf(screen) ?? sizeOf(thumb);
  const scale = roughly === null || box === null ? 0 : fitScale(roughly, box) * view.zoom;
  const original = useOriginal(hash, isTooCoarse(screen, shown?.size ?? null, scale));
  const sharp = original?.state === 'ready' ? original : screen;
  const size = shown?.size ?? sizeOf(sharp) ?? sizeOf(thumb);
  const stand = box === null || size === null ? null : { picture: size, box, together };
  const pointer = useZoomPointer(stage, { view, stand, onView, onPress });
  useEffect(() => {
    onRoom?.(stand === null ? null : { stand, pointer: () => pointer.current });
  });
  const place = size === null || box === null ? null : placeOf(together ? view : held(view, size, box), size, box);
  const note = noteOn(shown, sharp);
  return (
    <div ref={stage} className={cx(styles.stage)} role="group" aria-label={label ?? t('Picture')} data-focused={focused} data-zoomed={view.zoom > 1}>
      {shown !== null && place !== null && size !== null && (
        <div
          role="img"
          aria-label={shown.name}
          className={styles.frame}
          data-thumb={thumb?.state}
          data-screen={screen?.state}
          data-original={original?.state}
          style={{ ...size, transform: `translate(${place.left}px, ${place.top}px) scale(${place.scale})` }}
        >
          <Pixels kept={thumb} />
          <Pixels kept={sharp} />
        </div>
      )}
      {note !== null && (
        <p className={styles.note}>
          <Icon of={note.icon} inherit />
          {note.words}
        </p>
      )}
      {children}
    </div>
  );
}

/** A large picture takes a moment to be scaled: the thumbnail is on the screen before that begins. */
function useAfterFirstFrame<T>(kept: T | undefined, hash: string | null, hasOther: boolean): T | undefined {
  const [seen, setSeen] = useState<string | null>(null);
  useEffect(() => {
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => setSeen(hash));
    });
    return () => cancelAnimationFrame(frame);
  }, [hash]);
  return seen === hash || !hasOther ? kept : undefined;
}

/** The element that was decoded is the one that is shown: nothing is fetched or decoded again. */
function Pixels({ kept }: { readonly kept: Kept<HTMLImageElement> | undefined }) {
  const host = useRef<HTMLDivElement>(null);
  const picture = kept?.state === 'ready' ? kept.picture : null;
  useLayoutEffect(() => {
    if (picture === null) return;
    host.current?.replaceChildren(picture);
    return () => picture.remove();
  }, [picture]);
  return <div ref={host} className={styles.pixels} />;
}

/** Whether more is looked at than what a screen shows of a picture holds. Of a picture whose size is not told it may be all. */
function isTooCoarse(screen: Kept<HTMLImageElement> | undefined, size: Size | null, scale: number): boolean {
  if (screen?.state !== 'ready') return false;
  const { naturalWidth } = screen.picture;
  const width = size?.width ?? naturalWidth;
  return (size === null || naturalWidth < width) && scale * window.devicePixelRatio * width > naturalWidth * 1.05;
}

function sizeOf(kept: Kept<HTMLImageElement> | undefined): Size | null {
  if (kept?.state !== 'ready' || kept.picture.naturalWidth === 0) return null;
  return { width: kept.picture.naturalWidth, height: kept.picture.naturalHeight };
}

interface Note {
  readonly icon: LucideIcon;
  readonly words: string;
}

function noteOn(shown: Shown | null, sharp: Kept<HTMLImageElement> | undefined): Note | null {
  if (shown === null) return null;
  if (shown.missing === 'gone') return { icon: FileX2, words: t('Its file is not where it was filed. This is its thumbnail; a rating is kept all the same.') };
  if (shown.missing === 'replaced') return { icon: FileX2, words: t('Other bytes lie where it was filed. This is the thumbnail of the original.') };
  if (shown.media_type === 'video') return { icon: Film, words: t('A video: this is its poster. Show it in its folder to play it.') };
  if (sharp?.state === 'broken') return { icon: ImageOff, words: t('This window cannot draw the file itself. This is its thumbnail.') };
  return null;
}
