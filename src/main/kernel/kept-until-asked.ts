/** What came before somebody could take it: the newest, handed out once. */
export class KeptUntilAsked<T> {
  #kept: T | null = null;

  keep(value: T | null): void {
    this.#kept = value;
  }

  take(): T | null {
    const kept = this.#kept;
    this.#kept = null;
    return kept;
  }
}
