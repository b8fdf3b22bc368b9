import type { EventType, RecordedEvent } from '@shared/events/catalog';

/** The events that tell where Alice put a file. */
export const operationTypes = ['asset.organized', 'asset.refiled', 'asset.unfiled'] as const satisfies readonly EventType[];

/** Something that Alice did with a file, whatever was undone, done again and undone again since. */
export interface FileOperation {
  /** The event that told of it first: a filing or refiling. */
  readonly head: RecordedEvent;
  /** The last event of its chain. To change what it is now, this one is taken back. */
  readonly latest: RecordedEvent;
  readonly undone: boolean;
  /** An undo of it was asked for and has not been answered. It counts as done: it will be. */
  readonly pending: boolean;
  /** What was in effect when it was done: it can be done again only on top of the same. */
  readonly on: FileOperation | null;
}

/** One event of an operation's chain: told of the operation, or of its undoing. */
export interface ChainedEvent<T extends FileOperation = FileOperation> {
  readonly operation: T;
  readonly undoing: boolean;
}

/** Everything that Alice did with the file of one asset. */
export interface FileHistory<T extends FileOperation = FileOperation> {
  /** By the id of every event of a chain. */
  readonly events: ReadonlyMap<string, ChainedEvent<T>>;
  /** The operations that are not undone, the latest last. */
  readonly inEffect: readonly T[];
}

type Draft = { -readonly [K in keyof FileOperation]: FileOperation[K] };

const answers = new Set<EventType>([...operationTypes, 'asset.undo_refused']);

/** Folds the events of one asset, oldest first. A file that followed its rating is where it was, as far as other operations care. */
export function fileHistory(events: readonly RecordedEvent[]): FileHistory {
  const chained = new Map<string, { operation: Draft; undoing: boolean }>();
  const inEffect: FileOperation[] = [];
  /** What was asked to be undone, by the request; an answer names the request as its cause. */
  const asked = new Map<string, string>();
  const open = new Set<string>();
  const toggle = (undoneId: string): Draft | undefined => {
    const operation = chained.get(undoneId)?.operation;
    if (operation === undefined) return undefined;
    operation.undone = !operation.undone;
    if (operation.undone) inEffect.splice(inEffect.indexOf(operation), 1);
    else inEffect.push(operation);
    return operation;
  };
  for (const event of events) {
    if (event.event_type === 'asset.undo_requested') {
      asked.set(event.event_id, event.data.undone_event_id);
      open.add(event.event_id);
    }
    const undoneId = answers.has(event.event_type) ? asked.get(event.causation_id ?? '') : undefined;
    if (undoneId !== undefined) {
      open.delete(event.causation_id ?? '');
      const operation = event.event_type === 'asset.undo_refused' ? undefined : toggle(undoneId);
      if (operation === undefined) continue;
      operation.latest = event;
      chained.set(event.event_id, { operation, undoing: operation.undone });
    } else if (event.event_type === 'asset.organized' || (event.event_type === 'asset.refiled' && event.data.reason !== 'rating')) {
      const operation = { head: event, latest: event, undone: false, pending: false, on: inEffect.at(-1) ?? null };
      chained.set(event.event_id, { operation, undoing: false });
      inEffect.push(operation);
    }
  }
  for (const request of open) {
    const operation = toggle(asked.get(request) ?? '');
    if (operation !== undefined) operation.pending = true;
  }
  return { events: chained, inEffect };
}
