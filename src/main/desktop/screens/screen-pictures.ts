import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { MediaPool } from '../../adapters/media/media-pool';
import type { StartMediaProcess } from '../../adapters/media/protocol';

/** A picture of the library, as far as it matters here. */
export interface LargePicture {
  /** A place that may be read. */
  readonly path: string;
  readonly width: number;
  readonly height: number;
}

export interface ScreenPictureOptions {
  readonly startMedia: StartMediaProcess;
  /** Where they are kept; null while there is no library. */
  readonly folder: () => string | null;
  /** Null for what is no still picture of the library, or may not be read. */
  readonly picture: (contentHash: string) => Promise<LargePicture | null>;
  /** Bytes of all that are kept; the ones that were not looked at for longest go. */
  readonly mostBytes?: number;
  readonly now?: () => Date;
}

/** Up to this many pixels a window decodes the picture itself as quickly. */
const drawnAsIs = 2_500_000;
/** Whoever skims asks for more than is ever looked at: the oldest wishes are given up. */
const mostWaiting = 8;
const idleMs = 30_000;

interface Wish {
  readonly hash: string;
  readonly done: (place: string | null) => void;
}

/**
 * Pictures as large as a screen, made when they are asked for, the newest wish first, and kept for a while. They are made by the media
 * process; what cannot be made is shown as it is.
 */
export class ScreenPictures {
  readonly #options: Required<ScreenPictureOptions>;
  readonly #underWay = new Map<string, Promise<string | null>>();
  readonly #failed = new Set<string>();
  #waiting: readonly Wish[] = [];
  #working = false;
  #kept: number | null = null;
  #pool: MediaPool | null = null;
  #idle: NodeJS.Timeout | null = null;

  constructor(options: ScreenPictureOptions) {
    this.#options = { mostBytes: 400_000_000, now: () => new Date(), ...options };
  }

  /** Resolves with where it lies; null when the picture itself is to be shown, or nobody waits for it any more. Never rejects. */
  make(contentHash: string): Promise<string | null> {
    if (this.#failed.has(contentHash)) return Promise.resolve(null);
    const known = this.#underWay.get(contentHash);
    if (known !== undefined) return known;
    const making = this.#placeOf(contentHash).catch(() => {
      this.#failed.add(contentHash);
      return null;
    }).finally(() => this.#underWay.delete(contentHash));
    this.#underWay.set(contentHash, making);
    return making;
  }

  /** The whole picture as a PNG, for the clipboard; null for what is no still picture. @throws what the decoder says of it */
  async copy(contentHash: string): Promise<Uint8Array | null> {
    const picture = await this.#options.picture(contentHash);
    if (picture === null) return null;
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#pool ??= new MediaPool({ start: this.#options.startMedia, processes: 1 });
    try {
      return await this.#pool.run({ kind: 'copy', path: picture.path });
    } finally {
      if (!this.#working) this.#rest();
    }
  }

  close(): void {
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#idle = null;
    this.#pool?.close();
    this.#pool = null;
  }

  async #placeOf(hash: string): Promise<string | null> {
    const folder = this.#options.folder();
    if (folder === null) return null;
    const place = join(folder, `${hash}.jpg`);
    const now = this.#options.now();
    // The time of the file says when it was last looked at.
    if (await utimes(place, now, now).then(() => true, () => false)) return place;
    const picture = await this.#options.picture(hash);
    if (picture === null || picture.width * picture.height <= drawnAsIs) return null;
    return new Promise((done) => {
      this.#waiting = [...this.#waiting, { hash, done }];
      for (const { done: giveUp } of this.#waiting.slice(0, -mostWaiting)) giveUp(null);
      this.#waiting = this.#waiting.slice(-mostWaiting);
      void this.#work();
    });
  }

  async #work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    if (this.#idle !== null) clearTimeout(this.#idle);
    for (let wish = this.#next(); wish !== undefined; wish = this.#next()) {
      wish.done(await this.#made(wish.hash).catch(() => {
        this.#failed.add(wish.hash);
        return null;
      }));
    }
    this.#working = false;
    this.#rest();
  }

  #rest(): void {
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#idle = setTimeout(() => { this.close(); }, idleMs).unref();
  }

  #next(): Wish | undefined {
    const wish = this.#waiting.at(-1);
    this.#waiting = this.#waiting.slice(0, -1);
    return wish;
  }

  async #made(hash: string): Promise<string | null> {
    const folder = this.#options.folder();
    const picture = await this.#options.picture(hash);
    if (folder === null || picture === null) return null;
    const place = join(folder, `${hash}.jpg`);
    this.#pool ??= new MediaPool({ start: this.#options.startMedia, processes: 1 });
    await this.#pool.run({ kind: 'screen', path: picture.path, place });
    await this.#keepWithin(folder, (await stat(place)).size);
    return place;
  }

  async #keepWithin(folder: string, added: number): Promise<void> {
    if (this.#kept !== null) this.#kept += added;
    if (this.#kept !== null && this.#kept <= this.#options.mostBytes) return;
    const names = await readdir(folder);
    const files = await Promise.all(names.map(async (name) => {
      const { size, mtimeMs } = await stat(join(folder, name));
      return { name, size, mtimeMs };
    }));
    let kept = files.reduce((sum, { size }) => sum + size, 0);
    // A good part goes at once, so that this is not done for each picture.
    const aim = kept > this.#options.mostBytes ? this.#options.mostBytes * 0.75 : kept;
    for (const { name, size } of files.toSorted((a, b) => a.mtimeMs - b.mtimeMs)) {
      if (kept <= aim) break;
      await rm(join(folder, name), { force: true });
      kept -= size;
    }
    this.#kept = kept;
  }
}
