import { t } from '@shared/language/language';
import { session, type Session, WebContentsView } from 'electron';
import { lockSession, safeWebPreferences } from '../security';
import { videoResponse } from './video-response';

const host = 'alice-media://poster';
const policy = "default-src 'none'; media-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
const longestSide = 1024;
const timeLimitMs = 10_000;

/** Runs in the page: shows the video at a moment and answers with that frame as a WebP in base64, or with why there is none. */
const drawFrame = (address: string): string => `new Promise((answer) => {
  const video = document.createElement('video');
  const none = (reason) => answer({ reason });
  setTimeout(() => none('it took too long to decode'), ${timeLimitMs - 1_000});
  video.muted = true;
  video.preload = 'auto';
  video.onerror = () => none(video.error.message || 'it cannot be decoded');
  // The very first frame is often black.
  video.onloadeddata = () => { video.currentTime = Number.isFinite(video.duration) ? Math.min(1, video.duration / 3) : 0.1; };
  video.onseeked = () => {
    const { videoWidth, videoHeight } = video;
    if (videoWidth === 0 || videoHeight === 0) return none('it has no pictures');
    const scale = Math.min(1, ${longestSide} / Math.max(videoWidth, videoHeight));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(videoWidth * scale));
    canvas.height = Math.max(1, Math.round(videoHeight * scale));
    canvas.getContext('2d').drawImage(video, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => {
      if (blob === null) return none('its frame cannot be kept');
      const reader = new FileReader();
      reader.onload = () => answer({ frame: reader.result.slice(reader.result.indexOf(',') + 1) });
      reader.readAsDataURL(blob);
    }, 'image/webp', 0.9);
  };
  video.src = ${JSON.stringify(address)};
})`;

/** A frame as an encoded picture that nobody has checked, or why there is none. */
export type Frame = { readonly frame: Uint8Array } | { readonly reason: string };

/**
 * A page without a window, in a session of its own that can reach nothing but the one video, where Chromium's decoder draws a frame.
 * The page is sandboxed like every other; when it dies or hangs, the next video gets a new one.
 */
export class FramePage {
  #session: Session | null = null;
  #view: WebContentsView | null = null;
  #video: { readonly address: string; readonly file: string } | null = null;

  /** Draws a frame. One at a time: the caller waits for one before asking for the next. */
  async frameOf(file: string, contentHash: string): Promise<Frame> {
    // An address is never used for a second video, because the player keeps what it has read under it.
    this.#video = { address: `${host}/video/${contentHash}`, file };
    const { webContents } = this.#open();
    let limit: NodeJS.Timeout | undefined;
    try {
      await webContents.loadURL(`${host}/page`);
      const drawn: unknown = await Promise.race([
        webContents.executeJavaScript(drawFrame(this.#video.address)),
        new Promise((_, reject) => {
          limit = setTimeout(() => { reject(new Error('the decoder hangs')); }, timeLimitMs);
          webContents.once('render-process-gone', () => { reject(new Error('the decoder died of it')); });
        }),
      ]);
      return frameIn(drawn);
    } catch (error) {
      this.close();
      return { reason: error instanceof Error ? error.message : String(error) };
    } finally {
      clearTimeout(limit);
      webContents.removeAllListeners('render-process-gone');
      this.#video = null;
    }
  }

  close(): void {
    const view = this.#view;
    this.#view = null;
    if (view !== null && !view.webContents.isDestroyed()) view.webContents.close();
  }

  #open(): WebContentsView {
    if (this.#view !== null && !this.#view.webContents.isDestroyed()) return this.#view;
    this.#session ??= this.#ownSession();
    this.#view = new WebContentsView({
      webPreferences: { ...safeWebPreferences, session: this.#session, offscreen: true, backgroundThrottling: false },
    });
    return this.#view;
  }

  #ownSession(): Session {
    const own = session.fromPartition('video-posters');
    lockSession(own);
    own.protocol.handle('alice-media', async ({ url, method, headers }) => {
      if (method !== 'GET') return new Response(null, { status: 404 });
      if (url === `${host}/page`) {
        return new Response('<!doctype html><title>Frame</title>', { headers: { 'content-type': 'text/html', 'content-security-policy': policy } });
      }
      const video = this.#video;
      if (url !== video?.address) return new Response(null, { status: 404 });
      return videoResponse(video.file, headers.get('range')).catch(() => new Response(null, { status: 404 }));
    });
    return own;
  }
}

/** What a page said is not believed without a look. */
function frameIn(drawn: unknown): Frame {
  const { frame, reason } = Object(drawn) as { frame?: unknown; reason?: unknown };
  if (typeof frame === 'string' && frame.length < 20_000_000) return { frame: new Uint8Array(Buffer.from(frame, 'base64')) };
  return { reason: typeof reason === 'string' ? reason.slice(0, 200) : t('the decoder gave no answer') };
}
