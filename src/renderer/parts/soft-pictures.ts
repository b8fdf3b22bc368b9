import { type ThumbHash, thumbHashBytes } from '@shared/library/thumb-hash';
import { thumbHashToDataURL } from 'thumbhash';

/** So many are kept: some screens full, four kilobytes each. */
const most = 600;
/** What may be drawn before the frame has to be shown; the rest follows in the next ones. */
const budgetMs = 4;

/** What is painted on: an element of the page. */
export interface Ground {
  readonly style: { backgroundImage: string };
}

export interface SoftPicturesOptions {
  /** A picture of a hash, as an address; it costs a fraction of a millisecond. */
  readonly draw: (bytes: Uint8Array) => string;
  readonly now: () => number;
  readonly nextFrame: (then: () => void) => unknown;
  readonly most?: number;
}

/** Paints what stands for pictures: each is drawn once, a few in a frame, those that were asked for last first. */
export class SoftPictures {
  readonly #options: SoftPicturesOptions;
  /** The one that was used last stands last. */
  readonly #drawn = new Map<ThumbHash, string>();
  readonly #waiting = new Map<Ground, ThumbHash>();
  #spentMs = 0;
  #scheduled = false;

  constructor(options: SoftPicturesOptions) {
    this.#options = options;
  }

  /** At once when that costs next to nothing or there is time, else in one of the next frames. Returns how to do without it. */
  paint(ground: Ground, hash: ThumbHash): () => void {
    const known = this.#known(hash);
    if (known !== undefined) show(ground, known);
    else if (this.#spentMs < budgetMs) show(ground, this.#draw(hash));
    else this.#waiting.set(ground, hash);
    return () => {
      this.#waiting.delete(ground);
      show(ground, '');
    };
  }

  #known(hash: ThumbHash): string | undefined {
    const known = this.#drawn.get(hash);
    if (known === undefined) return undefined;
    this.#drawn.delete(hash);
    this.#drawn.set(hash, known);
    return known;
  }

  #draw(hash: ThumbHash): string {
    const { draw, now, most: limit = most } = this.#options;
    const began = now();
    const bytes = thumbHashBytes(hash);
    const drawn = bytes === null ? '' : draw(bytes);
    this.#drawn.set(hash, drawn);
    const [oldest] = this.#drawn.keys();
    if (this.#drawn.size > limit && oldest !== undefined) this.#drawn.delete(oldest);
    this.#spentMs += now() - began;
    this.#schedule();
    return drawn;
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.#options.nextFrame(() => {
      this.#scheduled = false;
      this.#spentMs = 0;
      for (const [ground, hash] of [...this.#waiting].reverse()) {
        if (this.#spentMs >= budgetMs) break;
        this.#waiting.delete(ground);
        show(ground, this.#known(hash) ?? this.#draw(hash));
      }
    });
  }
}

function show(ground: Ground, address: string): void {
  ground.style.backgroundImage = address === '' ? '' : `url(${address})`;
}

/** Those of this window. */
export const softPictures = new SoftPictures({
  draw: thumbHashToDataURL,
  now: () => performance.now(),
  nextFrame: (then) => requestAnimationFrame(then),
});
