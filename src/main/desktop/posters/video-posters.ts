import { t } from '@shared/language/language';
import { MediaPool } from '../../adapters/media/media-pool';
import type { StartMediaProcess } from '../../adapters/media/protocol';
import type { Frame } from './frame-page';

export interface PosterOptions {
  readonly startMedia: StartMediaProcess;
  /** Draws a frame of a video. */
  readonly frames: { frameOf(file: string, contentHash: string): Promise<Frame>; close(): void };
  /** Where a video lies that may be read, or null for what is no video of the library. */
  readonly video: (contentHash: string) => Promise<string | null>;
  readonly thumbnail: (contentHash: string) => string | null;
}

const idleMs = 30_000;

/**
 * Makes posters of videos when they are first asked for, one after another: a frame that Chromium decodes, else the cover that the
 * video brings along, else none. Whatever comes of hostile bytes is encoded anew by the media process before it is kept.
 * What failed is not tried again before the next start.
 */
export class VideoPosters {
  readonly #options: PosterOptions;
  readonly #failed = new Map<string, string>();
  readonly #underWay = new Map<string, Promise<boolean>>();
  #last: Promise<unknown> = Promise.resolve();
  #pool: MediaPool | null = null;
  #idle: NodeJS.Timeout | null = null;

  constructor(options: PosterOptions) {
    this.#options = options;
  }

  /** Resolves with whether there is a poster now. Never rejects. */
  make(contentHash: string): Promise<boolean> {
    if (this.#failed.has(contentHash)) return Promise.resolve(false);
    const known = this.#underWay.get(contentHash);
    if (known !== undefined) return known;
    const making = this.#last.then(() => this.#make(contentHash)).catch((error: unknown) => {
      this.#failed.set(contentHash, error instanceof Error ? error.message : String(error));
      return false;
    });
    this.#last = making;
    this.#underWay.set(contentHash, making);
    void making.finally(() => {
      this.#underWay.delete(contentHash);
      this.#restLater();
    });
    return making;
  }

  /** Why a video has no poster; null when it has one, or nobody asked. */
  reason(contentHash: string): string | null {
    return this.#failed.get(contentHash) ?? null;
  }

  close(): void {
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#idle = null;
    this.#pool?.close();
    this.#pool = null;
    this.#options.frames.close();
  }

  async #make(contentHash: string): Promise<boolean> {
    const { video, thumbnail, frames, startMedia } = this.#options;
    const file = await video(contentHash);
    const place = thumbnail(contentHash);
    if (file === null || place === null) return false;
    if (this.#idle !== null) clearTimeout(this.#idle);
    const drawn = await frames.frameOf(file, contentHash);
    this.#pool ??= new MediaPool({ start: startMedia, processes: 1 });
    const frame = 'frame' in drawn ? drawn.frame : null;
    const made = await this.#pool.run({ kind: 'poster', path: file, frame, thumbnail: place });
    if (!made) this.#failed.set(contentHash, 'reason' in drawn ? drawn.reason : t('its frame cannot be read'));
    return made;
  }

  #restLater(): void {
    if (this.#underWay.size > 0) return;
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#idle = setTimeout(() => { this.close(); }, idleMs);
    this.#idle.unref();
  }
}
