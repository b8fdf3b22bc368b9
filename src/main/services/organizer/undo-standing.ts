import type { RecordedEvent } from '@shared/events/catalog';

type Filing = Extract<RecordedEvent, { event_type: 'asset.organized' | 'asset.refiled' | 'asset.adopted' }>;
export type Undoable = Extract<RecordedEvent, { event_type: 'asset.organized' | 'asset.refiled' | 'asset.unfiled' }>;

/** Whether an event tells of a file operation, which is what can be taken back. */
export function isUndoable(event: RecordedEvent): event is Undoable {
  return event.event_type === 'asset.organized' || event.event_type === 'asset.refiled' || event.event_type === 'asset.unfiled';
}

/**
 * Whether an operation is the last word on its file. A later operation that was itself taken back does not count: afterwards the
 * file lies as if neither had been. Nor does it count that the file followed its rating: it is taken back from wherever that led.
 */
export function standingOf(history: readonly RecordedEvent[], target: Undoable): 'last' | 'already_undone' | 'superseded' {
  const asked = new Map<string, string>();
  for (const event of history) {
    if (event.event_type === 'asset.undo_requested') asked.set(event.event_id, event.data.undone_event_id);
  }
  const undoneBy = ({ causation_id }: RecordedEvent) => (causation_id === null ? undefined : asked.get(causation_id));
  const followed = new Set<string | undefined>();
  const later: RecordedEvent[] = [];
  for (const event of history) {
    const followsRating = (event.event_type === 'asset.refiled' && event.data.reason === 'rating') || followed.has(undoneBy(event));
    if (followsRating && event.event_id !== target.event_id) followed.add(event.event_id);
    if (event.sequence <= target.sequence || !isUndoable(event) || followed.has(event.event_id)) continue;
    const at = later.findIndex(({ event_id }) => event_id === undoneBy(event));
    if (at === -1) later.push(event);
    else later.splice(at, 1);
  }
  if (later.length === 0) return 'last';
  return later.some((event) => undoneBy(event) === target.event_id) ? 'already_undone' : 'superseded';
}

/** What filed the file before a place in the log: the words that its folders stand for. */
export function filingBefore(history: readonly RecordedEvent[], sequence: number) {
  const filings = history.filter((event): event is Filing =>
    event.sequence < sequence && ['asset.organized', 'asset.refiled', 'asset.adopted'].includes(event.event_type));
  const data = filings.at(-1)?.data;
  if (data === undefined) return null;
  const { project_name, source_type, date_folder, quality_folder } = data;
  return { project_name, source_type, date_folder, quality_folder };
}

/** The inbox that a file came from; null when its events do not say. */
export function inboxOf(history: readonly RecordedEvent[], path: string): string | null {
  for (const event of history) {
    if (event.event_type === 'asset.discovered' && event.data.file_path === path && event.data.inbox_path !== '') return event.data.inbox_path;
  }
  return null;
}
