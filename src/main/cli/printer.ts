import { printable, printableJson } from '@shared/story/printable';

/** Lines for people go through `printable`, JSON through `printableJson`. */
let closed = false;
// Whoever reads our lines may stop (`| head`). What is under way is finished; there is only nobody to tell.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  closed = true;
});

/** True when nobody reads stdout any more: a command that only prints can end. */
export function nobodyReads(): boolean {
  return closed;
}

export function print(line: string): void {
  if (!closed) process.stdout.write(`${printable(line)}\n`);
}

/** A line whose text has been made printable already, and which may carry colours. */
export function printPlain(line: string): void {
  if (!closed) process.stdout.write(`${line}\n`);
}

export function printJson(value: unknown): void {
  if (!closed) process.stdout.write(`${printableJson(value)}\n`);
}

/** For machines that read stderr. */
export function complainJson(value: unknown): void {
  process.stderr.write(`${printableJson(value)}\n`);
}

export function complain(line: string): void {
  process.stderr.write(`${printable(line)}\n`);
}

/** A line at the bottom of a terminal that is written over and over; silent where stderr is no terminal. */
export class ProgressLine {
  readonly #shown = process.stderr.isTTY;
  #last = 0;

  show(text: string): void {
    const now = performance.now();
    if (!this.#shown || now - this.#last < 80) return;
    this.#last = now;
    process.stderr.write(`\r\u001b[2K${printable(text).slice(0, (process.stderr.columns || 80) - 1)}`);
  }

  clear(): void {
    if (this.#shown && this.#last > 0) process.stderr.write('\r\u001b[2K');
  }
}

/** `[██████░░░░]` */
export function bar(done: number, total: number, width = 24): string {
  const full = total === 0 ? width : Math.round((done / total) * width);
  return `[${'█'.repeat(full)}${'░'.repeat(Math.max(0, width - full))}]`;
}
