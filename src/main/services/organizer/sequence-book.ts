/**
 * Gives out sequence numbers, one folder and project at a time, each number once. The disk is asked when a
 * folder is first needed; afterwards the book counts.
 */
export class SequenceBook {
  readonly #next = new Map<string, Promise<number>>();
  readonly #highest: (folder: string, stem: string) => Promise<number>;

  constructor(highest: (folder: string, stem: string) => Promise<number>) {
    this.#highest = highest;
  }

  /** The next free number of a folder. Two callers at once get two numbers. */
  async take(folder: string, stem: string): Promise<number> {
    // Case-insensitive file systems keep `Sunset` and `sunset` in one place, so they share one count.
    const key = `${folder}\0${stem}`.normalize('NFC').toLowerCase();
    const before = this.#next.get(key) ?? this.#highest(folder, stem);
    const number = before.then((highest) => highest + 1);
    this.#next.set(key, number);
    try {
      return await number;
    } catch (unreadable) {
      // A folder that could not be read is asked again next time.
      this.#next.delete(key);
      throw unreadable;
    }
  }
}
