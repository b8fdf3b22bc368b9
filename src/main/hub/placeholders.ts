import { setTimeout as delay } from 'node:timers/promises';
import type { ThumbHash } from '@shared/library/thumb-hash';
import type { ThumbHashOf } from '../adapters/media/media-ports';
import { MediaJobError, PoisonousFileError } from '../adapters/media/media-pool';
import type { ReportBug } from '../kernel/report-bug';
import type { AssessImage } from '../services/quality/quality-service';

/** What stands for pictures while their thumbnails load. */
export interface HubPlaceholders {
  /** Somebody looks at pictures: those that have none get theirs afterwards, in the background, once in each run. */
  fillPlaceholders(): void;
  /** A thumbnail was made outside the pipeline, as those of videos are. */
  thumbnailMade(contentHash: string): void;
}

export interface PlaceholderParts {
  readonly known: {
    remember(contentHash: string, thumbHash: ThumbHash): void;
    /** Pictures that have none, the newest first, in parts. */
    lacking(): Iterable<readonly string[]>;
  };
  /** Null for a rehearsal, which makes nothing. */
  readonly thumbHashOf: ThumbHashOf | null;
  /** Files are being filed: they go before. */
  readonly isBusy: () => boolean;
  readonly reportBug: ReportBug;
  /** How long nobody has to have asked before it goes on. */
  readonly restMs?: number;
}

/** A view that is scrolled asks more often. */
const restMs = 2_000;
const lookAgainMs = 250;

/** Keeps what the pipeline sees; makes the rest one at a time from the thumbnails that there are, while nothing else is done. */
export class Placeholders {
  readonly offers: HubPlaceholders = {
    fillPlaceholders: () => { this.#ask(); },
    thumbnailMade: (contentHash) => { void this.#inBackground(() => this.#make(contentHash)); },
  };
  readonly #parts: PlaceholderParts;
  readonly #leaving = new AbortController();
  #asked = 0;
  /** Once in a run: what is filed later brings its own. */
  #begun = false;

  constructor(parts: PlaceholderParts) {
    this.#parts = parts;
  }

  /** The same, and keeps what stands for the picture. */
  noting(assess: AssessImage): AssessImage {
    return async (path, contentHash) => {
      const verdict = await assess(path, contentHash);
      if (verdict.kind !== 'trouble' && verdict.thumb_hash !== undefined) this.#parts.known.remember(contentHash, verdict.thumb_hash);
      return verdict;
    };
  }

  /** What is under way comes to nothing. */
  end(): void {
    this.#leaving.abort();
  }

  #ask(): void {
    this.#asked = performance.now();
    if (this.#begun || this.#parts.thumbHashOf === null) return;
    this.#begun = true;
    void this.#inBackground(() => this.#fill());
  }

  async #fill(): Promise<void> {
    await this.#quiet();
    for (const lacking of this.#parts.known.lacking()) {
      for (const contentHash of lacking) {
        const began = performance.now();
        await this.#make(contentHash);
        // As long a rest as the work was: half a core at most, and a turn for everything else.
        await this.#wait(performance.now() - began);
        await this.#quiet();
      }
      await this.#wait(0);
    }
  }

  /** Waits while there is something better to do. */
  async #quiet(): Promise<void> {
    const { isBusy, restMs: rest = restMs } = this.#parts;
    while (isBusy() || performance.now() - this.#asked < rest) await this.#wait(Math.min(lookAgainMs, rest));
  }

  async #make(contentHash: string): Promise<void> {
    const { known, thumbHashOf } = this.#parts;
    const made = (await thumbHashOf?.(contentHash).catch(noneOf)) ?? null;
    if (made !== null && !this.#leaving.signal.aborted) known.remember(contentHash, made);
  }

  /** @throws when the hub ends */
  async #wait(ms: number): Promise<void> {
    await delay(ms, undefined, { signal: this.#leaving.signal });
  }

  async #inBackground(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!this.#leaving.signal.aborted) this.#parts.reportBug({ where: 'placeholders of pictures', error });
    }
  }
}

/** A thumbnail that cannot be read stands for nothing; it is tried again in the next run. */
function noneOf(error: unknown): null {
  if (error instanceof MediaJobError || error instanceof PoisonousFileError) return null;
  throw error;
}
