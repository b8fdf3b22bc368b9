/** Does its work; a number means: again after so many milliseconds, and until then let others through. */
export type Job = () => Promise<number | void>;

interface Resting {
  readonly timer: NodeJS.Timeout;
  readonly kind: string;
}

/**
 * Lets a few jobs through at a time, and one per key. A job of a kind that already waits for the same key is
 * not queued twice; one that comes while the key is inside goes through afterwards. One that rests holds no place.
 */
export class Turnstile {
  readonly #width: number;
  readonly #inside = new Set<string>();
  readonly #waiting = new Map<string, Map<string, Job>>();
  readonly #resting = new Map<string, Resting>();
  #watchers: { holds: () => boolean; resolve: () => void }[] = [];
  #ended = false;

  constructor(width: number) {
    this.#width = width;
  }

  /** Keys waiting, inside and resting. */
  get size(): number {
    return this.pressing + this.#resting.size;
  }

  /** Keys waiting and inside. */
  get pressing(): number {
    return this.#waiting.size + this.#inside.size;
  }

  /** Says whether the key is new here: neither waiting, inside nor resting. */
  enter(key: string, kind: string, job: Job): boolean {
    // One that rests will look again by itself.
    if (this.#ended || this.#resting.get(key)?.kind === kind) return false;
    const isNew = !this.#waiting.has(key) && !this.#inside.has(key) && !this.#resting.has(key);
    const queue = this.#waiting.get(key) ?? new Map<string, Job>();
    this.#waiting.set(key, queue);
    if (!queue.has(kind)) queue.set(kind, job);
    this.#advance();
    return isNew;
  }

  /** Resolves when nothing waits, rests or is inside. */
  empty(): Promise<void> {
    return this.#until(() => this.size === 0);
  }

  /** Resolves when at most so many keys wait or are inside. */
  roomFor(atMost: number): Promise<void> {
    return this.#until(() => this.pressing <= atMost);
  }

  /** Lets nobody in any more and sends those away who wait or rest; resolves when nobody is inside. */
  end(): Promise<void> {
    this.#ended = true;
    this.#waiting.clear();
    for (const { timer } of this.#resting.values()) clearTimeout(timer);
    this.#resting.clear();
    this.#tell();
    return this.empty();
  }

  #until(holds: () => boolean): Promise<void> {
    if (holds()) return Promise.resolve();
    return new Promise((resolve) => this.#watchers.push({ holds, resolve }));
  }

  #advance(): void {
    if (this.#inside.size >= this.#width) return;
    for (const [key, queue] of this.#waiting) {
      if (this.#inside.has(key)) continue;
      this.#waiting.delete(key);
      this.#inside.add(key);
      void this.#pass(key, queue);
      if (this.#inside.size >= this.#width) return;
    }
  }

  async #pass(key: string, jobs: ReadonlyMap<string, Job>): Promise<void> {
    for (const [kind, job] of jobs) {
      const restMs = await job();
      if (typeof restMs === 'number' && !this.#ended) this.#rest(key, kind, job, restMs);
    }
    this.#inside.delete(key);
    this.#advance();
    this.#tell();
  }

  #rest(key: string, kind: string, job: Job, restMs: number): void {
    const before = this.#resting.get(key);
    if (before) clearTimeout(before.timer);
    const timer = setTimeout(() => {
      this.#resting.delete(key);
      this.enter(key, kind, job);
    }, restMs);
    this.#resting.set(key, { timer, kind });
  }

  #tell(): void {
    const ready = this.#watchers.filter(({ holds }) => holds());
    if (ready.length === 0) return;
    this.#watchers = this.#watchers.filter((watcher) => !ready.includes(watcher));
    for (const { resolve } of ready) resolve();
  }
}
