import { t } from '@shared/language/language';
import type { AssetRecord } from '@shared/library/asset-record';
import { ChevronLeft, ChevronRight, Info, X, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from '../../parts/button';
import { cx } from '../../parts/cx';
import { Stars } from '../../parts/stars';
import { ratePicture, useRated } from '../../store/rate';
import { useLibrary } from '../../store/use-library';
import { setLibrary } from '../../store/use-view';
import { scrubStep } from './look-clock';
import { LookFacts } from './look-facts';
import { LookPicture } from './look-picture';
import { LookVideo, playOrPause, turnSound } from './look-video';
import { type Look, pushedBy, wholeLook, zoomedAt } from './look-zoom';
import { moveTo } from './open-picture';
import styles from './quick-look.module.css';
import { starsOfKey } from './rating-keys';
import { useActivePlace } from './use-active-place';

const none = new Uint32Array(0);
const step = 1.5;
/** Pixels that a key pushes a picture by that is looked at closely. */
const push = 90;
const arrows: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1],
};

const close = () => setLibrary({ quick_look: false });

/** The whole picture or video over everything, on neutral ground. */
export function QuickLook({ asset: recorded }: { readonly asset: AssetRecord }) {
  const asset = useRated(recorded);
  const order = useLibrary((state) => state.answer?.ids ?? none);
  const { place: index } = useActivePlace();
  const [facts, setFacts] = useState(false);
  const [{ of, look }, setLook] = useState({ of: asset.content_hash, look: wholeLook });
  const video = useRef<HTMLVideoElement>(null);
  const isVideo = asset.media_type === 'video';
  // Another picture is seen as a whole.
  const shown = of === asset.content_hash ? look : wholeLook;
  const lookAt = (next: Look) => setLook({ of: asset.content_hash, look: next });
  const zoom = (factor: number) => lookAt(zoomedAt(shown, factor, { x: 0, y: 0 }, roomOf()));
  const walk = (by: number) => {
    const to = order[index + by];
    if (to !== undefined) moveTo(to);
  };

  /** What a key does; false when it means nothing here. */
  const act = (event: KeyboardEvent): boolean => {
    const [x, y] = arrows[event.key] ?? [0, 0];
    if (x !== 0 || y !== 0) {
      if (event.shiftKey && !isVideo) lookAt(pushedBy(shown, { x: -x * push, y: -y * push }, roomOf()));
      else if (isVideo && x !== 0) scrub(video.current, x);
      else walk(x + y);
      return true;
    }
    switch (event.key.toLowerCase()) {
      case ' ':
        if (isVideo) void playOrPause(video.current);
        else close();
        return true;
      case 'i':
        setFacts((on) => !on);
        return true;
      case 'm':
        turnSound(video.current);
        return isVideo;
      case 'pageup':
      case 'pagedown':
        walk(event.key === 'PageUp' ? -1 : 1);
        return true;
      default:
        return !isVideo && zoomByKey(event.key);
    }
  };
  const zoomByKey = (key: string): boolean => {
    if (key === '+' || key === '=') zoom(step);
    else if (key === '-') zoom(1 / step);
    else if (key.toLowerCase() === 'z') lookAt(shown.zoom > 1 ? wholeLook : zoomedAt(shown, 3, { x: 0, y: 0 }, roomOf()));
    else return false;
    return true;
  };
  const handleKey = useEffectEvent((event: KeyboardEvent) => {
    // The key that opened this layer reaches it too, on its way up.
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const stars = starsOfKey(event);
    if (stars !== null) void ratePicture(asset, stars);
    const onOwn = (event.target instanceof HTMLButtonElement && event.key === ' ') || event.target instanceof HTMLInputElement;
    if (stars !== null || (!onOwn && act(event))) event.preventDefault();
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => handleKey(event);
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);
  return (
    <ModalOverlay className={cx(styles.overlay)} isOpen onOpenChange={close}>
      <Modal className={cx(styles.modal)}>
        <Dialog className={cx(styles.dialog)} aria-label={t('Quick look at {name}', { name: asset.file_name })}>
          <header className={styles.bar}>
            <b className={styles.name}>{asset.file_name}</b>
            {asset.stars === null ? <span>{t('not rated')}</span> : <Stars stars={asset.stars} by={asset.own_stars === null ? 'measured' : 'you'} />}
            <span className={styles.place}>{index === -1 ? '' : t('{at, number} of {of, number}', { at: index + 1, of: order.length })}</span>
            {!isVideo && <Button kind="quiet" icon={ZoomOut} label={t('Smaller')} shortcut="−" why={shown.zoom === 1 ? t('All of it is shown') : null} onPress={() => zoom(1 / step)} />}
            {!isVideo && <Button kind="quiet" icon={ZoomIn} label={t('Larger')} shortcut="+" onPress={() => zoom(step)} />}
            <Button kind="quiet" icon={Info} label={t('Facts')} shortcut="I" pressed={facts} onPress={() => setFacts(!facts)} />
            <Button kind="quiet" icon={ChevronLeft} label={t('Previous picture')} shortcut={isVideo ? '↑' : '←'} why={index <= 0 ? t('This is the first picture') : null} onPress={() => walk(-1)} />
            <Button kind="quiet" icon={ChevronRight} label={t('Next picture')} shortcut={isVideo ? '↓' : '→'} why={index >= order.length - 1 ? t('This is the last picture') : null} onPress={() => walk(1)} />
            <Button kind="quiet" icon={X} label={t('Close')} shortcut="Esc" onPress={close} />
          </header>
          <div className={styles.work}>
            <div className={styles.seen}>
              {isVideo && <LookVideo key={asset.content_hash} asset={asset} video={video} />}
              {!isVideo && <LookPicture key={asset.content_hash} asset={asset} look={shown} onLook={lookAt} />}
            </div>
            {facts && <LookFacts asset={asset} />}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** As large as the window: near enough to hold a picture that is pushed by keys. */
const roomOf = () => ({ width: window.innerWidth, height: window.innerHeight });

function scrub(player: HTMLVideoElement | null, direction: number): void {
  if (player === null || !(player.duration > 0)) return;
  const wanted = player.currentTime + direction * scrubStep(player.duration);
  player.currentTime = Number.isFinite(player.duration) ? (wanted + player.duration) % player.duration : Math.max(0, wanted);
}
