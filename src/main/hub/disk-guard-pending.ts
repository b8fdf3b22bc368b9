import type { RecordedEvent } from '@shared/events/catalog';

/** How large the files are that were found and have no outcome yet. */
export class PendingSizes {
  readonly #sizes = new Map<string, number>();
  #largest: number | null = 0;

  constructor(entries: Iterable<{ readonly story_id: string; readonly file_size: number | null }> = []) {
    for (const { story_id, file_size } of entries) this.#set(story_id, file_size ?? 0);
  }

  follow(events: readonly RecordedEvent[]): void {
    for (const event of events) {
      switch (event.event_type) {
        case 'asset.detected':
        case 'asset.discovered':
          this.#set(event.correlation_id, event.data.file_size);
          break;
        case 'asset.organized':
        case 'asset.duplicated':
        case 'asset.set_aside':
        case 'asset.withdrawn':
          if (this.#sizes.get(event.correlation_id) === this.#largest) this.#largest = null;
          this.#sizes.delete(event.correlation_id);
          break;
        default:
      }
    }
  }

  get largest(): number {
    if (this.#largest === null) {
      this.#largest = 0;
      for (const size of this.#sizes.values()) this.#largest = Math.max(this.#largest, size);
    }
    return this.#largest;
  }

  #set(story: string, size: number): void {
    this.#sizes.set(story, size);
    if (this.#largest !== null) this.#largest = Math.max(this.#largest, size);
  }
}
