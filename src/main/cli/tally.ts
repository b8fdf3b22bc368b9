import type { RecordedEvent } from '@shared/events/catalog';
import { baseName } from '@shared/library/asset-record';

/** Counts what becomes of the files of one run. */
export class Tally {
  filed = 0;
  duplicates = 0;
  setAside = 0;
  found = 0;
  /** Bytes of the files that were filed. */
  bytes = 0;
  readonly #sizes = new Map<string, number>();
  last = '';

  get done(): number {
    return this.filed + this.duplicates + this.setAside;
  }

  count(event: RecordedEvent): void {
    switch (event.event_type) {
      case 'asset.discovered':
        this.found += 1;
        this.#sizes.set(event.data.content_hash, event.data.file_size);
        return;
      case 'asset.organized':
        this.filed += 1;
        this.bytes += this.#sizes.get(event.data.content_hash) ?? 0;
        this.last = baseName(event.data.destination_path);
        return;
      case 'asset.duplicated':
        this.duplicates += 1;
        return;
      case 'asset.set_aside':
        this.setAside += 1;
        if (event.data.stage === 'intake') this.found += 1;
        return;
      default:
    }
  }
}
