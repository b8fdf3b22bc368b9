import type { RecordedEvent } from '../events/catalog';
import { counting, isAct, isTurn } from './board-acts';
import { type FieldChange, fieldChanges } from './board-diff';
import { initialContext } from './board-fold-items';
import { styleIdOf } from './board';

/** One thing that happened to an item of a project, with what became different by it. */
export interface ProjectHistoryItem {
  readonly sequence: number;
  readonly event_id: string;
  readonly event_type: RecordedEvent['event_type'];
  /** UTC. */
  readonly at: string;
  readonly actor: string;
  /** True for what makes a version, which can be taken back. */
  readonly is_version: boolean;
  /** A version that was taken back later. */
  readonly removed: boolean;
  /** Against the version that held before; empty for the first one and for a card that was moved. */
  readonly changes: readonly FieldChange[];
  readonly event: RecordedEvent;
}

type Fields = Readonly<Record<string, unknown>>;

/** Fields that say who, when or what for, and are no part of what was decided. */
const aside = new Set([
  'project_id', 'character_id', 'concept_id', 'note_id', 'context_key', 'version', 'previous_version_id', 'changes_from_previous',
  'created_by', 'chosen_by', 'updated_by', 'written_by', 'proposed_by', 'previous_value', 'update_type', 'previous_name', 'parent_project_id',
]);

/** What happened to one item, oldest first: `events` are those about it, in the order of the log. */
export function itemHistory(kind: string, id: string, events: readonly RecordedEvent[]): ProjectHistoryItem[] {
  const counts = new Set(counting(events).map(({ event_id }) => event_id));
  const removals = events.filter(({ event_id }) => counts.has(event_id));
  const removed = new Set(removals.flatMap((event) => (event.event_type === 'board.revision_removed' ? [event.data.revision_event_id] : [])));
  for (const event of events) if (isAct(event) && !counts.has(event.event_id)) removed.add(event.event_id);
  const versions: { readonly event_id: string; readonly fields: Fields }[] = [];
  const gone = new Set<string>();
  return events.map((event): ProjectHistoryItem => {
    const { sequence, event_id, event_type, timestamp: at, actor } = event;
    if (event.event_type === 'board.revision_removed') gone.add(event.data.revision_event_id);
    if (isTurn(event)) {
      const act = events.find((each) => each.event_id === event.data.act_event_id);
      const removal = act?.event_type === 'board.revision_removed' ? act.data.revision_event_id : null;
      if ((event.event_type === 'board.act_undone') === (removal === null)) gone.add(removal ?? event.data.act_event_id);
      else gone.delete(removal ?? event.data.act_event_id);
    }
    const fields = fieldsOf(kind, id, event);
    const before = versions.findLast((version) => !gone.has(version.event_id))?.fields;
    if (fields !== null) versions.push({ event_id, fields: { ...partOf(before, event), ...fields } });
    const changes = fields === null || before === undefined ? [] : fieldChanges(before, { ...partOf(before, event), ...fields });
    const is_version = ['style.chosen', 'character.defined', 'concept.proposed', 'concept.approved'].includes(event_type) && fields !== null;
    return { sequence, event_id, event_type, at, actor, is_version, removed: removed.has(event_id), changes, event };
  });
}

/** What an event says an item is; null when it says nothing of the kind. */
function fieldsOf(kind: string, id: string, event: RecordedEvent): Fields | null {
  switch (event.event_type) {
    case 'style.chosen':
      return kind === 'style' && styleIdOf(event.data.style_name) === id ? decided(event.data) : null;
    case 'context.updated':
      return event.data.update_type === 'removal' ? {} : { ...decided(event.data), new_value: event.data.new_value };
    case 'project.created':
      return kind === 'context' ? (initialContext(event).filter(({ key }) => key === id).map(({ value }) => ({ new_value: value }))[0] ?? null) : decided(event.data);
    case 'character.defined':
      return decided({ ...event.data, reason: null });
    case 'concept.proposed':
    case 'concept.approved':
    case 'note.written':
    case 'project.renamed':
    case 'project.described':
      return decided(event.data);
    default:
      return null;
  }
}

/** Of a project each event says only a part, and the rest stays as it was. */
function partOf(before: Fields | undefined, event: RecordedEvent): Fields {
  const partial = event.event_type === 'project.renamed' || event.event_type === 'project.described';
  return partial && before !== undefined ? before : {};
}

function decided(data: Fields): Fields {
  return Object.fromEntries(Object.entries(data).filter(([name, value]) => !aside.has(name) && !isEmpty(value)));
}

/** What a form leaves empty is not there. */
function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
}
