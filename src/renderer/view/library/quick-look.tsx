import type { AssetRecord } from '@shared/library/asset-record';
import { ChevronLeft, ChevronRight, Film, X } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from '../../parts/button';
import { cx } from '../../parts/cx';
import { Icon } from '../../parts/icon';
import { mediaUrl } from '../../parts/media-url';
import { number } from '../../parts/numbers';
import { Stars } from '../../parts/stars';
import { ratePicture, useRated } from '../../store/rate';
import { useLibrary } from '../../store/use-library';
import { setLibrary } from '../../store/use-view';
import { moveTo } from './open-picture';
import styles from './quick-look.module.css';
import { starsOfKey } from './rating-keys';
import { useActivePlace } from './use-active-place';

const none = new Uint32Array(0);

const close = () => setLibrary({ quick_look: false });

/** The whole picture over everything, on neutral ground. */
export function QuickLook({ asset: recorded }: { readonly asset: AssetRecord }) {
  const asset = useRated(recorded);
  const order = useLibrary((state) => state.answer?.ids ?? none);
  const { place: index } = useActivePlace();
  const walk = (step: number) => {
    const to = order[index + step];
    if (to !== undefined) moveTo(to);
  };
  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    // The key that opened this layer reaches it too, on its way up.
    if (event.defaultPrevented) return;
    const stars = starsOfKey(event);
    if (stars !== null) {
      event.preventDefault();
      void ratePicture(asset, stars);
      return;
    }
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const onButton = event.target instanceof HTMLButtonElement;
    if (step === undefined && (event.key !== ' ' || onButton)) return;
    event.preventDefault();
    if (step === undefined) close();
    else walk(step);
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => handleKey(event);
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);
  return (
    <ModalOverlay className={cx(styles.overlay)} isOpen onOpenChange={close}>
      <Modal className={cx(styles.modal)}>
        <Dialog className={cx(styles.dialog)} aria-label={`Quick look at ${asset.file_name}`}>
          <header className={styles.bar}>
            <b className={styles.name}>{asset.file_name}</b>
            {asset.stars === null ? <span>not rated</span> : <Stars stars={asset.stars} by={asset.own_stars === null ? 'measured' : 'you'} />}
            <span className={styles.place}>{index === -1 ? '' : `${number(index + 1)} of ${number(order.length)}`}</span>
            <Button kind="quiet" icon={ChevronLeft} label="Previous picture" shortcut="←" disabled={index <= 0} onPress={() => walk(-1)} />
            <Button kind="quiet" icon={ChevronRight} label="Next picture" shortcut="→" disabled={index >= order.length - 1} onPress={() => walk(1)} />
            <Button kind="quiet" icon={X} label="Close" shortcut="Esc" onPress={close} />
          </header>
          <Stage key={asset.content_hash} asset={asset} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The thumbnail at once, the original over it when it has come. */
function Stage({ asset }: { readonly asset: AssetRecord }) {
  const [state, setState] = useState<'loading' | 'shown' | 'broken'>(asset.media_type === 'video' ? 'broken' : 'loading');
  const { content_hash, file_name } = asset;
  return (
    <div className={styles.stage}>
      {state !== 'shown' && <img className={styles.picture} data-soft={state === 'loading'} src={mediaUrl('thumb', content_hash)} alt="" />}
      {state !== 'broken' && (
        <img
          className={styles.picture}
          src={mediaUrl('picture', content_hash)}
          alt={file_name}
          onLoad={() => setState('shown')}
          onError={() => setState('broken')}
        />
      )}
      {state === 'broken' && (
        <p className={styles.note}>
          <Icon of={Film} inherit />
          This window cannot draw the file itself. Show it in its folder to open it elsewhere.
        </p>
      )}
    </div>
  );
}
