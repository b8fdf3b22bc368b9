import type { EventData, RecordedEvent } from '@shared/events/catalog';
import { fileHistory, type FileHistory, type FileOperation } from './file-operations';

/** One operation to be taken back, or the reason why it is left out. */
export type UndoStep =
  | { readonly kind: 'undo'; readonly content_hash: string; readonly event: RecordedEvent }
  | {
      readonly kind: 'left_out';
      readonly content_hash: string;
      readonly event: RecordedEvent;
      readonly reason: Extract<EventData<'asset.undo_refused'>['reason'], 'superseded' | 'already_undone'>;
      readonly message: string;
    };

/** The state of one file while a plan is made: nothing is done yet. */
class Rehearsal {
  readonly #content_hash: string;
  readonly #events: FileHistory['events'];
  readonly #inEffect: FileOperation[];
  /** What the plan changes. */
  readonly #changed = new Set<FileOperation>();

  constructor(content_hash: string, history: FileHistory) {
    this.#content_hash = content_hash;
    this.#events = history.events;
    this.#inEffect = [...history.inEffect];
  }

  /** Takes back what one event told, if the file lies as that left it. Taking back an undo means doing it again. */
  takeBack(event: RecordedEvent): UndoStep | null {
    const chained = this.#events.get(event.event_id);
    if (chained === undefined) return null;
    const { operation, undoing } = chained;
    if (this.#isUndone(operation) !== undoing) {
      return this.#leftOut(event, 'already_undone', undoing ? 'This undo was taken back already.' : 'This was undone already.');
    }
    return this.change(operation, event);
  }

  /** Undoes what is in effect, or does again what is not. */
  change(operation: FileOperation, event = operation.latest): UndoStep {
    const again = this.#isUndone(operation);
    const top = this.#inEffect.at(-1) ?? null;
    if (operation.pending || this.#changed.has(operation)) {
      return this.#leftOut(event, 'superseded', 'An undo of this file is under way. Wait until it is done.');
    }
    if (top !== (again ? operation.on : operation)) {
      const since = again ? 'Something else was done with this file since.' : 'Alice did something else with this file after that.';
      return this.#leftOut(event, 'superseded', `${since} Undo that first.`);
    }
    if (again) this.#inEffect.push(operation);
    else this.#inEffect.pop();
    this.#changed.add(operation);
    return { kind: 'undo', content_hash: this.#content_hash, event: operation.latest };
  }

  #isUndone(operation: FileOperation): boolean {
    return operation.undone !== this.#changed.has(operation);
  }

  #leftOut(event: RecordedEvent, reason: 'superseded' | 'already_undone', message: string): UndoStep {
    return { kind: 'left_out', content_hash: this.#content_hash, event, reason, message };
  }
}

/** What takes back these events of one asset, the latest first. Pure. */
export function planAsset(content_hash: string, all: readonly RecordedEvent[], wanted: readonly RecordedEvent[]): UndoStep[] {
  const rehearsal = new Rehearsal(content_hash, fileHistory(all));
  return wanted.toSorted((a, b) => b.sequence - a.sequence).flatMap((event) => rehearsal.takeBack(event) ?? []);
}

/** What takes one asset's file back to where it was when `sequence` was the newest event. Pure. */
export function planMoment(content_hash: string, all: readonly RecordedEvent[], sequence: number): UndoStep[] {
  const now = fileHistory(all);
  const then = fileHistory(all.filter((event) => event.sequence <= sequence)).inEffect.map(({ head }) => head.event_id);
  const differs = now.inEffect.findIndex(({ head }, at) => head.event_id !== then[at]);
  const same = differs === -1 ? now.inEffect.length : differs;
  const rehearsal = new Rehearsal(content_hash, now);
  const again = then.slice(same).flatMap((id) => now.events.get(id)?.operation ?? []);
  return [...now.inEffect.slice(same).reverse(), ...again].map((operation) => rehearsal.change(operation));
}

/** The plans of several assets as one, newest first; what is to be done with one asset keeps its order. */
export function inOrder(plans: readonly (readonly UndoStep[])[]): UndoStep[] {
  const keyed = plans.flatMap((steps) => {
    let key = Number.POSITIVE_INFINITY;
    return steps.map((step) => {
      key = Math.min(key, step.event.sequence);
      return { key, step };
    });
  });
  return keyed.sort((a, b) => b.key - a.key).map(({ step }) => step);
}
