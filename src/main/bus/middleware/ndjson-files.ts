import { type FileHandle, mkdir, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecordedEvent } from '@shared/events/catalog';
import type { PersistenceTarget } from './event-persistence';

const lineFeed = 0x0a;

/** The event files of a folder, oldest first. */
export async function ndjsonFilesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  });
  return names.filter((name) => /^\d{4}-\d{2}-\d{2}\.ndjson$/.test(name)).sort();
}

/**
 * Events as files, one a day (UTC, of their timestamps) and one JSON object a line. Whole lines are appended, many in
 * one write. A file holds nothing older than the file before it, so reading file after file gives log order: an event
 * that was stamped just before midnight and recorded after one from the next day stands in the next day's file.
 */
export class NdjsonFiles implements PersistenceTarget {
  /** The sequence of the last event that the folder held when it was opened; copying goes on behind it. */
  readonly from: number;
  readonly #folder: string;
  #day: string;
  #file: FileHandle | null = null;

  private constructor(folder: string, day: string, from: number) {
    this.#folder = folder;
    this.#day = day;
    this.from = from;
  }

  /** Opens a folder, makes it if need be, and cuts off a last line that a crash has torn. */
  static async open(folder: string): Promise<NdjsonFiles> {
    await mkdir(folder, { recursive: true });
    for (const name of (await ndjsonFilesIn(folder)).reverse()) {
      const from = await mend(join(folder, name));
      if (from !== null) return new NdjsonFiles(folder, name.slice(0, 10), from);
    }
    return new NdjsonFiles(folder, '', 0);
  }

  async append(events: readonly RecordedEvent[]): Promise<void> {
    for (const [day, text] of this.#linesByDay(events)) {
      if (this.#file === null || day !== this.#day) await this.#turnTo(day);
      await this.#write(text);
    }
  }

  async close(): Promise<void> {
    const file = this.#file;
    this.#file = null;
    await file?.close();
  }

  #linesByDay(events: readonly RecordedEvent[]): Map<string, string> {
    const days = new Map<string, string>();
    let day = this.#day;
    for (const event of events) {
      const own = event.timestamp.slice(0, 10);
      if (own > day) day = own;
      days.set(day, `${days.get(day) ?? ''}${JSON.stringify(event)}\n`);
    }
    return days;
  }

  async #turnTo(day: string): Promise<void> {
    await this.close();
    this.#file = await open(join(this.#folder, `${day}.ndjson`), 'a');
    this.#day = day;
  }

  async #write(text: string): Promise<void> {
    const file = this.#file;
    if (file === null) return;
    const { size } = await file.stat();
    try {
      await file.appendFile(text);
    } catch (error) {
      // Half a batch would be there twice after the next try.
      await file.truncate(size);
      throw error;
    }
  }
}

/** Cuts off a torn last line; gives the sequence of the last whole one, or null when there is none. */
async function mend(path: string): Promise<number | null> {
  const file = await open(path, 'r+');
  try {
    for (let end = (await file.stat()).size; end > 0; ) {
      const { line, start } = await lastLine(file, end);
      const sequence = sequenceIn(line);
      if (sequence === null) {
        // Only the end may be torn; what was written after it would be lost behind it.
        await file.truncate(start);
        end = start;
        continue;
      }
      if (line.at(-1) !== lineFeed) await file.write('\n', end);
      return sequence;
    }
    return null;
  } finally {
    await file.close();
  }
}

async function lastLine(file: FileHandle, end: number): Promise<{ line: Buffer; start: number }> {
  for (let length = Math.min(end, 65_536); ; length = Math.min(end, length * 4)) {
    const part = Buffer.alloc(length);
    await file.read(part, 0, length, end - length);
    const before = part.lastIndexOf(lineFeed, length - 2);
    if (length === 1) return { line: part, start: end - 1 };
    if (before >= 0) return { line: part.subarray(before + 1), start: end - length + before + 1 };
    if (length === end) return { line: part, start: 0 };
  }
}

function sequenceIn(line: Buffer): number | null {
  try {
    const event = JSON.parse(line.toString('utf8')) as { sequence?: unknown } | null;
    return typeof event?.sequence === 'number' ? event.sequence : null;
  } catch {
    return null;
  }
}
