import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { printable } from '@shared/story/printable';

export interface LogFilesOptions {
  readonly folder: string;
  /** In bytes, of one file. */
  readonly largest?: number;
  readonly files?: number;
  readonly now?: () => Date;
}

const longestLine = 8_000;

/**
 * What went wrong, a line each, in a few files of bounded size: `alice.log` is the newest, then `alice.1.log`, and the oldest
 * goes. Written at once, so that the last line before an end is there; a disk that takes nothing more costs lines and no more.
 */
export class LogFiles {
  readonly folder: string;
  readonly #largest: number;
  readonly #files: number;
  readonly #now: () => Date;
  #size: number | null = null;
  #lines = 0;

  constructor({ folder, largest = 1_000_000, files = 5, now = () => new Date() }: LogFilesOptions) {
    this.folder = folder;
    this.#largest = largest;
    this.#files = files;
    this.#now = now;
    try {
      // So that it can be opened although nothing went wrong yet.
      mkdirSync(folder, { recursive: true });
    } catch {
      // Each line tries again.
    }
  }

  /** Lines since the start, also those that could not be written. */
  get lines(): number {
    return this.#lines;
  }

  write(text: string): void {
    this.#lines += 1;
    const line = `${this.#now().toISOString()} ${printable(text).slice(0, longestLine)}\n`;
    const bytes = Buffer.byteLength(line);
    try {
      this.#size ??= this.#begin();
      if (this.#size > 0 && this.#size + bytes > this.#largest) this.#turn();
      // Paths stand in it.
      appendFileSync(this.#path(0), line, { mode: 0o600 });
      this.#size += bytes;
    } catch {
      // The next line looks anew how far the file has come.
      this.#size = null;
    }
  }

  /** The newest lines, the oldest of them first; none where they cannot be read. */
  newest(most: number): readonly string[] {
    try {
      return readFileSync(this.#path(0), 'utf8').split('\n').filter((line) => line !== '').slice(-most);
    } catch {
      return [];
    }
  }

  /** How large the newest file is. */
  #begin(): number {
    mkdirSync(this.folder, { recursive: true });
    return statSync(this.#path(0), { throwIfNoEntry: false })?.size ?? 0;
  }

  #turn(): void {
    rmSync(this.#path(this.#files - 1), { force: true });
    for (let number = this.#files - 2; number >= 0; number -= 1) {
      if (statSync(this.#path(number), { throwIfNoEntry: false }) !== undefined) renameSync(this.#path(number), this.#path(number + 1));
    }
    this.#size = 0;
  }

  #path(number: number): string {
    return join(this.folder, number === 0 ? 'alice.log' : `alice.${number}.log`);
  }
}
