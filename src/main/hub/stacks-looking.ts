import type { FingerprintOf } from '../adapters/media/media-ports';
import type { ReportBug } from '../kernel/report-bug';
import { MediaJobError } from '../adapters/media/media-pool';
import type { Fingerprints } from '../projections/fingerprints';
import type { StackPictures } from '../projections/stacks-pictures';

const goesOnMs = 15_000;

export interface LookingParts {
  readonly pictures: StackPictures;
  readonly fingerprints: Fingerprints;
  readonly fingerprintOf: FingerprintOf;
  /** Pictures that are looked at together; files that are being filed go before. */
  readonly atOnce: () => number;
  readonly reportBug: ReportBug;
  /** How long it goes on after somebody asked last. */
  readonly goesOnMs?: number;
}

/** Looks at pictures that were filed before Alice compared pictures: while somebody asks for stacks, a few at a time. */
export class Looking {
  readonly #parts: LookingParts;
  /** Those that can be read neither as a thumbnail nor as a file; they are tried again after the next start. */
  readonly #unreadable = new Set<number>();
  #until = 0;
  #working: Promise<void> | null = null;
  #ended = false;

  constructor(parts: LookingParts) {
    this.#parts = parts;
  }

  /** How many of the pictures that have not been looked at could not be read. */
  get unreadable(): number {
    return [...this.#unreadable].filter((id) => this.#parts.pictures.isUnknown(id)).length;
  }

  /** Somebody wants to know which pictures look the same. */
  ask(): void {
    if (this.#ended) return;
    this.#until = performance.now() + (this.#parts.goesOnMs ?? goesOnMs);
    this.#working ??= this.#work()
      .catch((error: unknown) => {
        if (!this.#ended) this.#parts.reportBug({ where: 'looking at pictures', error });
        // Whoever asks, asks often: it would only fail as often.
        this.#ended = true;
      })
      .finally(() => { this.#working = null; });
  }

  async end(): Promise<void> {
    this.#ended = true;
    await this.#working;
  }

  async #work(): Promise<void> {
    const { pictures, atOnce } = this.#parts;
    await pictures.follow();
    for (let after = 0; !this.#ended && performance.now() < this.#until; ) {
      const ids = pictures.unknownAfter(after, atOnce());
      const last = ids.at(-1);
      if (last === undefined) return;
      await Promise.all(ids.map((id) => this.#lookAt(id)));
      after = last;
    }
  }

  async #lookAt(id: number): Promise<void> {
    const { pictures, fingerprints, fingerprintOf } = this.#parts;
    const place = this.#unreadable.has(id) ? null : pictures.placeOf(id);
    if (place === null || place.path === null) return;
    const seen = await fingerprintOf(place.path, place.content_hash).catch((error: unknown) => {
      if (error instanceof MediaJobError) return null;
      throw error;
    });
    if (seen === null) this.#unreadable.add(id);
    else fingerprints.remember(place.content_hash, seen.phash);
  }
}
