/**
 * What a service that works on several events at once has dealt with. The checkpoint never passes an
 * event that is still open, so after a crash each open one is delivered again, and no finished one is.
 */
export class Progress {
  readonly #from: number;
  readonly #handledBeyond: ReadonlySet<number>;
  readonly #open = new Set<number>();

  constructor(checkpoint: number, handledBeyond: ReadonlySet<number>) {
    this.#from = checkpoint;
    this.#handledBeyond = handledBeyond;
  }

  /** Opens an event. False when it was dealt with before a restart. */
  begin(sequence: number): boolean {
    if (sequence <= this.#from || this.#handledBeyond.has(sequence)) return false;
    this.#open.add(sequence);
    return true;
  }

  /** Closes an event: what was said about it is recorded. */
  end(sequence: number): void {
    this.#open.delete(sequence);
  }

  /**
   * The place up to which every event is dealt with, when the log was read up to `readUpTo`. An event that is
   * about to be recorded as handled counts as closed for its own receipt (`closing`), and only for that one.
   */
  checkpoint(readUpTo: number, closing?: number): number {
    let lowest = readUpTo + 1;
    for (const sequence of this.#open) if (sequence !== closing && sequence < lowest) lowest = sequence;
    return lowest - 1;
  }
}
