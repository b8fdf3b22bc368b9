import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const piece = 1024 * 1024;

/** Room that is given up when the disk is full, so that the log can still say so. */
export class ReserveFile {
  readonly #file: string;
  readonly #bytes: number;
  #owed = 0;

  constructor(dataFolder: string, bytes: number) {
    this.#file = join(dataFolder, 'reserve');
    this.#bytes = bytes;
  }

  /** Bytes that were given up and are to be taken back: they are no room for files. */
  get owed(): number {
    return this.#owed;
  }

  get held(): boolean {
    return (statSync(this.#file, { throwIfNoEntry: false })?.size ?? 0) >= this.#bytes;
  }

  /** Takes the room, where there is plenty of it. */
  hold(free: number): void {
    if (this.#bytes === 0 || this.held || free < this.#bytes * 3) return;
    // Noise, so that no file system keeps it in less room.
    const noise = randomBytes(Math.min(piece, this.#bytes));
    try {
      const handle = openSync(this.#file, 'w', 0o600);
      try {
        for (let written = 0; written < this.#bytes; ) written += writeSync(handle, noise, 0, Math.min(piece, this.#bytes - written));
        fsyncSync(handle);
        this.#owed = 0;
      } finally {
        closeSync(handle);
      }
    } catch {
      // No room, or none for this: then there is no reserve.
      this.release();
    }
  }

  release(): void {
    try {
      if (this.held) this.#owed = this.#bytes;
      rmSync(this.#file, { force: true });
    } catch {
      // A disk that cannot be written does not let go of it either.
    }
  }
}
