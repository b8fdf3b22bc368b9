import type { EventDraft } from '@shared/events/define-event';

/** Says events that must be said in the end, in order, however long the log cannot take them. */
export class PatientWords {
  readonly #say: (drafts: readonly EventDraft[]) => Promise<void>;
  readonly #refused: () => void;
  #waiting: EventDraft[] = [];
  #saying: Promise<boolean> | null = null;

  /** `refused` is told when the log would not take them, before they are tried once more. */
  constructor(say: (drafts: readonly EventDraft[]) => Promise<void>, refused: () => void) {
    this.#say = say;
    this.#refused = refused;
  }

  /** True when all that waited is recorded. */
  say(...drafts: readonly EventDraft[]): Promise<boolean> {
    this.#waiting.push(...drafts);
    this.#saying ??= this.#sayAll().finally(() => { this.#saying = null; });
    return this.#saying;
  }

  async #sayAll(): Promise<boolean> {
    for (let tries = 0; this.#waiting.length > 0; ) {
      const drafts = [...this.#waiting];
      try {
        await this.#say(drafts);
        this.#waiting.splice(0, drafts.length);
      } catch {
        this.#refused();
        tries += 1;
        if (tries > 1) return false;
      }
    }
    return true;
  }
}
