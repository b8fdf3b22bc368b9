import { t } from '@shared/language/language';
import type { AssetRecord } from '@shared/library/asset-record';
import { Film } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Icon } from '../../parts/icon';
import { mediaUrl } from '../../parts/media-url';
import { type Look, pushedBy, wholeLook, zoomedAt } from './look-zoom';
import styles from './quick-look.module.css';

interface LookPictureProps {
  readonly asset: AssetRecord;
  readonly look: Look;
  readonly onLook: (look: Look) => void;
}

const wheelStep = 0.0016;
const closer = 3;

/** The thumbnail at once, the original over it when it has come. Wheel and double click zoom, dragging pushes. */
export function LookPicture({ asset, look, onLook }: LookPictureProps) {
  const [state, setState] = useState<'loading' | 'shown' | 'broken'>('loading');
  const stage = useRef<HTMLDivElement>(null);
  const { content_hash, file_name } = asset;
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
  const style = { transform: `translate(${look.x}px, ${look.y}px) scale(${look.zoom})` };
  return (
    <div ref={stage} className={styles.stage} data-zoomed={look.zoom > 1}>
      {state !== 'shown' && (
        <img className={styles.picture} data-soft={state === 'loading'} src={mediaUrl('thumb', content_hash)} alt="" draggable={false} style={style} />
      )}
      {state !== 'broken' && (
        <img
          className={styles.picture}
          src={mediaUrl('picture', content_hash)}
          alt={file_name}
          draggable={false}
          style={style}
          onLoad={() => setState('shown')}
          onError={() => setState('broken')}
        />
      )}
      {state === 'broken' && (
        <p className={styles.note}>
          <Icon of={Film} inherit />
          {t('This window cannot draw the file itself. Show it in its folder to open it elsewhere.')}
        </p>
      )}
    </div>
  );
}
