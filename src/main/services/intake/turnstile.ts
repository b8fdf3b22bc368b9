/** Does its work; a number means: again after so many milliseconds, and until then let others through. */
export type Job = () => Promise<number | void>;

/** So many who come back from a rest may wait before they count as a crowd. */
const mostBack = 20_000;

interface Resting {
  readonly timer: NodeJS.Timeout;
  readonly kind: string;
}

/**
 * Lets a few jobs through at a time, and one per key. A job of a kind that already waits for the same key is
 * not queued twice; one that comes while the key is inside goes through afterwards. One that rests holds no place, and
 * when it comes back it leaves most places to those who were never inside: a crowd is seen as a whole before it is served.
 */
export class Turnstile {
  readonly #width: number;
  readonly #inside = new Set<string>();
  readonly #waiting = new Map<string, Map<string, Job>>();
  readonly #back = new Map<string, Map<string, Job>>();
  readonly #resting = new Map<string, Resting>();
  #insideAgain = 0;
  #watchers: { holds: () => boolean; resolve: () => void }[] = [];
  #ended = false;

  constructor(width: number) {
    this.#width = width;
  }

  /** Keys waiting, inside and resting. */
  get size(): number {
    return this.#waiting.size + this.#inside.size + this.#back.size + this.#resting.size;
  }

  /** Keys waiting and inside; of those back from a rest only what is a crowd. */
  get pressing(): number {
    return this.#waiting.size + this.#inside.size + Math.max(0, this.#back.size - mostBack);
  }

  /** Says whether the key is new here: neither waiting, inside nor resting. */
  enter(key: string, kind: string, job: Job): boolean {
    // One that rests will look again by itself.
    if (this.#ended || this.#resting.get(key)?.kind === kind) return false;
    if (this.#back.get(key)?.has(kind)) return false;
    const isNew = ![this.#waiting, this.#inside, this.#resting, this.#back].some((all) => all.has(key));
    queueUp(this.#waiting, key, kind, job);
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
    this.#back.clear();
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
    // A quarter of the places is theirs first, so that nobody waits for ever.
    this.#admit(this.#back, () => this.#insideAgain < Math.ceil(this.#width / 4));
    this.#admit(this.#waiting, () => true);
    this.#admit(this.#back, () => true);
  }

  #admit(queue: Map<string, Map<string, Job>>, mayEnter: () => boolean): void {
    for (const [key, jobs] of queue) {
      if (this.#inside.size >= this.#width || !mayEnter()) return;
      if (this.#inside.has(key)) continue;
      queue.delete(key);
      this.#inside.add(key);
      void this.#pass(key, jobs, queue === this.#back);
    }
  }

  async #pass(key: string, jobs: ReadonlyMap<string, Job>, again: boolean): Promise<void> {
    if (again) this.#insideAgain += 1;
    for (const [kind, job] of jobs) {
      const restMs = await job();
      if (typeof restMs === 'number' && !this.#ended) this.#rest(key, kind, job, restMs);
    }
    this.#inside.delete(key);
    if (again) this.#insideAgain -= 1;
    this.#advance();
    this.#tell();
  }

  #rest(key: string, kind: string, job: Job, restMs: number): void {
    const before = this.#resting.get(key);
    if (before) clearTimeout(before.timer);
    const timer = setTimeout(() => {
      this.#resting.delete(key);
      queueUp(this.#back, key, kind, job);
      this.#advance();
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

function queueUp(queue: Map<string, Map<string, Job>>, key: string, kind: string, job: Job): void {
  const jobs = queue.get(key) ?? new Map<string, Job>();
  queue.set(key, jobs);
  if (!jobs.has(kind)) jobs.set(kind, job);
}
