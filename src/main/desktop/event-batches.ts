import type { RecordedEvent } from '@shared/events/catalog';

/** Windows are told at most this often. */
const perSecond = 10;

/** Gathers events and hands them on in log order, the first at once and then at most ten batches a second. */
export class EventBatches {
  readonly #send: (events: readonly RecordedEvent[]) => void;
  #waiting: RecordedEvent[] = [];
  #timer: NodeJS.Timeout | null = null;

  constructor(send: (events: readonly RecordedEvent[]) => void) {
    this.#send = send;
  }

  add(event: RecordedEvent): void {
    this.#waiting.push(event);
    this.#timer ??= setTimeout(() => { this.#flush(); }, this.#waiting.length === 1 ? 10 : 1_000 / perSecond);
  }

  #flush(): void {
    const batch = this.#waiting;
    this.#waiting = [];
    this.#timer = batch.length > 0 ? setTimeout(() => { this.#flush(); }, 1_000 / perSecond) : null;
    if (batch.length > 0) this.#send(batch);
  }

  end(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#waiting = [];
  }
}
