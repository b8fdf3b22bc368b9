type Job = () => Promise<void>;

/**
 * Lets a few jobs through at a time, and one per key. A job of a kind that already waits for the same key is
 * not queued twice; one that comes while the key is inside goes through afterwards.
 */
export class Turnstile {
  readonly #width: number;
  readonly #inside = new Set<string>();
  readonly #waiting = new Map<string, Map<string, Job>>();
  #watchers: { atMost: number; resolve: () => void }[] = [];

  constructor(width: number) {
    this.#width = width;
  }

  /** Keys waiting and inside. */
  get size(): number {
    return this.#waiting.size + this.#inside.size;
  }

  enter(key: string, kind: string, job: Job): void {
    const queue = this.#waiting.get(key) ?? new Map<string, Job>();
    this.#waiting.set(key, queue);
    if (!queue.has(kind)) queue.set(kind, job);
    this.#advance();
  }

  /** Resolves when nothing waits and nothing is inside. */
  empty(): Promise<void> {
    return this.roomFor(0);
  }

  /** Resolves when at most so many keys wait or are inside. */
  roomFor(atMost: number): Promise<void> {
    if (this.size <= atMost) return Promise.resolve();
    return new Promise((resolve) => this.#watchers.push({ atMost, resolve }));
  }

  #advance(): void {
    for (const [key, queue] of this.#waiting) {
      if (this.#inside.size >= this.#width) return;
      if (this.#inside.has(key)) continue;
      this.#waiting.delete(key);
      this.#inside.add(key);
      void this.#pass(key, [...queue.values()]);
    }
  }

  async #pass(key: string, jobs: readonly Job[]): Promise<void> {
    for (const job of jobs) await job();
    this.#inside.delete(key);
    this.#advance();
    const ready = this.#watchers.filter(({ atMost }) => this.size <= atMost);
    this.#watchers = this.#watchers.filter(({ atMost }) => this.size > atMost);
    for (const { resolve } of ready) resolve();
  }
}
