import { t } from '@shared/language/language';
import type { AssetRecord } from '@shared/library/asset-record';
import { Film } from 'lucide-react';
import { type SyntheticEvent, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { Icon } from '../../parts/icon';
import { mediaUrl } from '../../parts/media-url';
import { softPictures } from '../../parts/soft-pictures';
import { useThumbHash } from '../../store/use-library-cards';
import { type Look, pushedBy, wholeLook, zoomedAt } from './look-zoom';
import styles from './quick-look.module.css';

interface LookPictureProps {
  readonly asset: AssetRecord;
  readonly look: Look;
  readonly onLook: (look: Look) => void;
}

const wheelStep = 0.0016;
const closer = 3;

/** Widths to heights that differ by less are the same but for whole pixels. */
const roundedOff = 0.02;

/**
 * Soft colours at once, then the thumbnail, and the original when it can be drawn whole, all in one place. Wheel and double click zoom,
 * dragging pushes.
 */
export function LookPicture({ asset, look, onLook }: LookPictureProps) {
  const [state, setState] = useState<'loading' | 'shown' | 'broken'>('loading');
  const stage = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const { content_hash, file_name, width, height } = asset;
  const [ratio, setRatio] = useState(width === null || height === null || height === 0 ? null : width / height);
  const softly = useThumbHash(content_hash);
  const isShown = state === 'shown';
  useLayoutEffect(() => {
    if (frame.current === null || softly === undefined || isShown) return;
    return softPictures.paint(frame.current, softly);
  }, [softly, isShown]);
  const change = useEffectEvent((next: (before: Look, room: DOMRect) => Look) => {
    const room = stage.current?.getBoundingClientRect();
    if (room !== undefined) onLook(next(look, room));
  });
  const zoom = useEffectEvent((event: MouseEvent, factor: number) => {
    change((before, room) =>
      zoomedAt(before, factor, { x: event.clientX - room.left - room.width / 2, y: event.clientY - room.top - room.height / 2 }, room));
  });
  const turn = useEffectEvent((event: MouseEvent) => (look.zoom > 1 ? onLook(wholeLook) : zoom(event, closer)));
  useEffect(() => {
    const target = stage.current;
    if (target === null) return;
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      zoom(event, Math.exp(-event.deltaY * wheelStep));
    };
    const push = (event: PointerEvent) => {
      const by = { x: event.movementX, y: event.movementY };
      if (target.hasPointerCapture(event.pointerId)) change((before, room) => pushedBy(before, by, room));
    };
    const grasp = (event: PointerEvent) => {
      if (event.button === 0) target.setPointerCapture(event.pointerId);
    };
    const double = (event: MouseEvent) => turn(event);
    target.addEventListener('wheel', wheel, { passive: false });
    target.addEventListener('pointerdown', grasp);
    target.addEventListener('pointermove', push);
    target.addEventListener('dblclick', double);
    return () => {
      target.removeEventListener('wheel', wheel);
      target.removeEventListener('pointerdown', grasp);
      target.removeEventListener('pointermove', push);
      target.removeEventListener('dblclick', double);
    };
  }, []);
  const measure = ({ currentTarget: { naturalWidth, naturalHeight } }: SyntheticEvent<HTMLImageElement>) => {
    const seen = naturalWidth / naturalHeight;
    // A thumbnail is rounded to whole pixels; a picture that is shaped otherwise than was told is shown as it is.
    if (seen > 0 && (ratio === null || Math.abs(Math.log(seen / ratio)) > roundedOff)) setRatio(seen);
  };
  // What is transparent in the picture must not show what stood for it, so that goes when the picture can be drawn, and no sooner.
  const show = async (picture: HTMLImageElement) => {
    await picture.decode().catch(() => undefined);
    setState('shown');
  };
  const style = { transform: `translate(${look.x}px, ${look.y}px) scale(${look.zoom})`, ...(ratio !== null && { '--ratio': ratio }) };
  return (
    <div ref={stage} className={styles.stage} data-zoomed={look.zoom > 1}>
      <div ref={frame} className={styles.frame} style={style} data-shaped={ratio !== null} data-look={state}>
        {state !== 'shown' && <img className={styles.picture} src={mediaUrl('thumb', content_hash)} alt="" draggable={false} onLoad={measure} />}
        {state !== 'broken' && (
          <img
            className={styles.picture}
            data-loading={state === 'loading'}
            src={mediaUrl('picture', content_hash)}
            alt={file_name}
            draggable={false}
            onLoad={(event) => {
              measure(event);
              void show(event.currentTarget);
            }}
            onError={() => setState('broken')}
          />
        )}
      </div>
      {state === 'broken' && (
        <p className={styles.note}>
          <Icon of={Film} inherit />
          {t('This window cannot draw the file itself. Show it in its folder to open it elsewhere.')}
        </p>
      )}
    </div>
  );
}
