import type { RecordedEvent } from '@shared/events/catalog';
import type { DryRunOutcome } from '@shared/library/dry-run';

/** What a rehearsal says of one file. */
export interface Rehearsed {
  readonly path: string;
  readonly size: number | null;
  readonly outcome: Exclude<DryRunOutcome, 'not_added'> | null;
  readonly destination: string | null;
  readonly sentence: string | null;
  /** What lies beside a picture and moves along with it. */
  readonly along?: number;
}

/** Gathers what becomes of every file from the events of a rehearsal. */
export class DryRunFold {
  readonly #files = new Map<string, Rehearsed>();
  #done = 0;

  /** Every file that was found, in the order of their paths' first events. */
  get files(): Iterable<Rehearsed> {
    return this.#files.values();
  }

  get found(): number {
    return this.#files.size;
  }

  /** How many have an outcome. */
  get done(): number {
    return this.#done;
  }

  add(event: RecordedEvent): void {
    switch (event.event_type) {
      case 'asset.detected':
      case 'asset.discovered':
      case 'asset.sidecar_discovered':
        this.#change(event.data.file_path, { size: event.data.file_size });
        return;
      case 'asset.organized':
        this.#change(event.data.source_path, { outcome: 'filed', destination: event.data.destination_path, sentence: null });
        return;
      case 'asset.sidecar_filed':
        this.#change(event.data.source_path, { outcome: 'sidecar', destination: event.data.destination_path, sentence: null });
        return;
      case 'asset.duplicated':
        this.#change(event.data.file_path, { outcome: 'duplicate', destination: event.data.original_path, sentence: null });
        return;
      case 'asset.set_aside':
        this.#change(event.data.file_path, {
          outcome: 'set_aside', sentence: event.data.message, ...(event.data.file_size != null && { size: event.data.file_size }),
        });
        return;
      case 'asset.refiled':
        this.#change(event.data.from_path, { outcome: 'moved', destination: event.data.to_path, along: event.data.sidecars.length });
        return;
      case 'asset.refile_refused':
        this.#change(event.data.file_path, { outcome: 'stays', sentence: event.data.message });
        return;
      case 'asset.withdrawn':
        if (this.#files.get(event.data.file_path)?.outcome) this.#done -= 1;
        this.#files.delete(event.data.file_path);
        return;
      default:
    }
  }

  #change(path: string, change: Partial<Rehearsed>): void {
    const before = this.#files.get(path) ?? { path, size: null, outcome: null, destination: null, sentence: null };
    if (before.outcome === null && change.outcome) this.#done += 1;
    this.#files.set(path, { ...before, ...change });
  }
}
