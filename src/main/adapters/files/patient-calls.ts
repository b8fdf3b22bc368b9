/** A call to the file system did not come back in time. It may still be waiting: it cannot be taken back. */
export class FileSystemTimeout extends Error {
  override readonly name = 'FileSystemTimeout';
  readonly code = 'ETIMEDOUT';

  constructor() {
    super('The file system did not answer in time.');
  }
}

export interface Patience {
  /** How long one call may take, in milliseconds. */
  readonly limitMs: number;
  /** How many calls may be on their way at once. */
  readonly width: number;
}

/**
 * Node's threads for file calls are shared by everyone; a network drive that never answers must not get hold of them all. A
 * local disk answers, and is asked much at once: between two answers the whole program may have had its turn.
 */
export function defaultPatience(drive: 'local' | 'network' = 'network'): Patience {
  const threads = Number(process.env['UV_THREADPOOL_SIZE'] ?? 4);
  return { limitMs: 20_000, width: drive === 'local' ? 64 : Math.max(2, Math.floor(threads / 2)) };
}

/**
 * Calls to a file system that may never answer, a network drive's for one. Each has a time limit, and so few are on
 * their way at once that others always find a thread. While every place is held by a call that never came back, new
 * calls fail at once; when one comes back after all, its place is free again.
 */
export class PatientCalls {
  #patience: Patience;
  #busy = 0;
  #stuck = 0;
  readonly #hanging = new Set<string>();
  #queue: { readonly go: () => void; readonly giveUp: (why: Error) => void }[] = [];

  constructor(patience: Patience = defaultPatience()) {
    this.#patience = patience;
  }

  /** What is on its way already keeps the limit that it had. */
  set patience(patience: Patience) {
    this.#patience = patience;
  }

  /**
   * `tooLate` is handed what came back after the limit, so that it can be closed. While a call about a place hangs, another
   * about it fails at once, so that a drive which is asked again and again does not take up one place after the other.
   */
  async run<T>(call: () => Promise<T>, tooLate?: (result: T) => void, place?: string): Promise<T> {
    if (this.#stuck >= this.#patience.width || (place !== undefined && this.#hanging.has(place))) throw new FileSystemTimeout();
    if (this.#busy >= this.#patience.width) {
      await new Promise<void>((go, giveUp) => this.#queue.push({ go, giveUp }));
    }
    this.#busy += 1;
    return this.#limited(call, tooLate, place);
  }

  #limited<T>(call: () => Promise<T>, tooLate: ((result: T) => void) | undefined, place: string | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      let late = false;
      const timer = setTimeout(() => {
        late = true;
        this.#stuck += 1;
        if (place !== undefined) this.#hanging.add(place);
        reject(new FileSystemTimeout());
        if (this.#stuck >= this.#patience.width) for (const { giveUp } of this.#queue.splice(0)) giveUp(new FileSystemTimeout());
      }, this.#patience.limitMs);
      const over = () => {
        clearTimeout(timer);
        this.#busy -= 1;
        if (late) {
          this.#stuck -= 1;
          if (place !== undefined) this.#hanging.delete(place);
        }
        this.#queue.shift()?.go();
      };
      call().then(
        (result) => {
          over();
          if (late) tooLate?.(result);
          else resolve(result);
        },
        (error: unknown) => {
          over();
          reject(error instanceof Error ? error : new Error(String(error)));
        },
      );
    });
  }
}
