/** Ends something; safe to call once. */
export type Release = () => void | Promise<void>;

/**
 * Collects releases on the lines that create resources and ends them newest first.
 * What is added after the end is released at once, so nothing that comes late stays open.
 */
export class Lifetime {
  readonly #releases: Release[] = [];
  #ended = false;

  get ended(): boolean {
    return this.#ended;
  }

  /** Adds a release and hands the resource back, so that it can be owned where it is made. */
  own<T>(resource: T, release: (resource: T) => void | Promise<void>): T {
    this.add(() => release(resource));
    return resource;
  }

  add(release: Release): void {
    if (this.#ended) void release();
    else this.#releases.push(release);
  }

  /** Ends everything, newest first. One that fails does not keep the others open; the first failure is thrown last. */
  async end(): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    const failures: unknown[] = [];
    for (const release of this.#releases.reverse()) {
      try {
        await release();
      } catch (failure) {
        failures.push(failure);
      }
    }
    this.#releases.length = 0;
    if (failures.length > 0) throw failures[0];
  }
}
