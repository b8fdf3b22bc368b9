/** Scans one folder after the other. One that is asked for again before its turn is scanned once. */
export class OneScanAtATime {
  readonly #scan: (folder: string) => Promise<void>;
  readonly #asked = new Map<string, Promise<void>>();
  #last: Promise<void> = Promise.resolve();
  #open = 0;

  constructor(scan: (folder: string) => Promise<void>) {
    this.#scan = scan;
  }

  get idle(): boolean {
    return this.#open === 0;
  }

  /** Resolves when a scan that began after this call is through. */
  ask(folder: string): Promise<void> {
    const before = this.#asked.get(folder);
    if (before) return before;
    this.#open += 1;
    const done = this.#last.then(() => {
      this.#asked.delete(folder);
      return this.#scan(folder);
    });
    this.#asked.set(folder, done);
    this.#last = done.catch(() => undefined).finally(() => { this.#open -= 1; });
    return done;
  }
}
