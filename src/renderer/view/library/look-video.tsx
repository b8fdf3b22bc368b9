import { t } from '@shared/language/language';
import type { AssetRecord } from '@shared/library/asset-record';
import { Film, Pause, Play, Volume2, VolumeX } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { Button } from '../../parts/button';
import { Icon } from '../../parts/icon';
import { mediaUrl } from '../../parts/media-url';
import { clockOf } from './look-clock';
import styles from './quick-look.module.css';

interface LookVideoProps {
  readonly asset: AssetRecord;
  /** For the keys of the layer. */
  readonly video: RefObject<HTMLVideoElement | null>;
}

/** A video: its poster until it is played; silent until one wants to hear it, and again from the beginning at its end. */
export function LookVideo({ asset, video }: LookVideoProps) {
  const [playing, setPlaying] = useState(false);
  const [muted, setMuted] = useState(true);
  const [broken, setBroken] = useState(false);
  const [time, setTime] = useState({ at: 0, of: 0 });
  const { content_hash, file_name } = asset;
  const notice = ({ currentTime: at, duration }: HTMLVideoElement) => setTime({ at, of: Number.isFinite(duration) ? duration : 0 });
  if (broken) {
    return (
      <div className={styles.stage}>
        <img className={styles.picture} src={mediaUrl('thumb', content_hash)} alt="" />
        <p className={styles.note}>
          <Icon of={Film} inherit />
          {t('This window cannot play the file. Show it in its folder to open it elsewhere.')}
        </p>
      </div>
    );
  }
  return (
    <>
      <div className={styles.stage}>
        <video
          ref={video}
          className={styles.picture}
          src={mediaUrl('video', content_hash)}
          poster={mediaUrl('thumb', content_hash)}
          aria-label={file_name}
          muted={muted}
          loop
          playsInline
          preload="metadata"
          tabIndex={-1}
          onClick={(event) => void playOrPause(event.currentTarget)}
          onPlay={() => setPlaying(true)}
          onPause={() => setPlaying(false)}
          onVolumeChange={(event) => setMuted(event.currentTarget.muted)}
          onTimeUpdate={(event) => notice(event.currentTarget)}
          onLoadedMetadata={(event) => notice(event.currentTarget)}
          onSeeked={(event) => notice(event.currentTarget)}
          onError={() => setBroken(true)}
        >
          {/* Made by machines: none has captions. */}
          <track kind="captions" />
        </video>
      </div>
      <div className={styles.player} role="group" aria-label={t('Player')}>
        <Button kind="quiet" icon={playing ? Pause : Play} label={playing ? t('Pause') : t('Play')} shortcut="Space" onPress={() => void playOrPause(video.current)} />
        <input
          type="range"
          className={styles.scrub}
          aria-label={t('Time')}
          aria-valuetext={t('{at} of {of}', { at: clockOf(time.at), of: clockOf(time.of) })}
          min={0}
          max={time.of}
          step={0.01}
          value={time.at}
          onChange={(event) => {
            if (video.current !== null) video.current.currentTime = Number(event.target.value);
          }}
        />
        <span className={styles.clock}>
          {clockOf(time.at)} / {clockOf(time.of)}
        </span>
        <Button kind="quiet" icon={muted ? VolumeX : Volume2} label={muted ? t('Sound on') : t('Sound off')} shortcut="M" pressed={!muted} onPress={() => turnSound(video.current)} />
      </div>
    </>
  );
}

/** What cannot be played says so by itself. */
export async function playOrPause(player: HTMLVideoElement | null): Promise<void> {
  if (player === null) return;
  if (player.paused) await player.play().catch(() => undefined);
  else player.pause();
}

export function turnSound(player: HTMLVideoElement | null): void {
  if (player !== null) player.muted = !player.muted;
}
