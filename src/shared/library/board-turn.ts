import type { RecordedEvent } from '../events/catalog';
import type { BoardRecords, CardRef, Place, RecordKind } from './board';
import { counting, isAct, thingsOf, type TurnEvent } from './board-acts';
import type { BoardStore, Folded, ThingRef } from './board-fold';
import { newProject } from './board-fold-project';
import { isCardKind } from './board-standing';

type Fold = (store: BoardStore, event: RecordedEvent) => unknown;

/** The board as it is when an act counts no more, or again: what the act touched is folded anew, from those events that count. */
export function foldTurn(store: BoardStore, event: TurnEvent, fold: Fold): Folded {
  const { project_id, act_event_id, act_sequence } = event.data;
  const act = store.said(project_id, act_sequence);
  if (act?.event_id !== act_event_id || !isAct(act)) return { project_id, touched: [] };
  const things = thingsOf(act);
  for (const thing of things) refold(store, project_id, thing, counting([...store.told(project_id, thing), event]), fold);
  // Items may be known of a project that nobody has created, but none of one whose creation counts no more.
  if (act.event_type !== 'project.created' && store.get(project_id, 'project', project_id) === undefined) {
    store.put(project_id, 'project', project_id, { ...newProject(project_id), sequence: event.sequence });
  }
  return { project_id, touched: things.map(({ kind, id }) => ({ kind, id, decision: false })) };
}

function refold(store: BoardStore, project: string, { kind, id }: ThingRef, events: readonly RecordedEvent[], fold: Fold): void {
  const anew = new OneThing();
  for (const event of events) fold(anew, event);
  if (isCardKind(kind)) {
    const place = anew.place(project, { kind, id });
    if (place === undefined) store.dropPlace(project, { kind, id });
    else store.putPlace(project, { kind, id }, place);
  }
  if (kind === 'asset') return;
  const [recordKind, recordId] = kind === 'column' ? (['project', project] as const) : ([kind, id] as const);
  // Events about items leave word of their project, which is not what is folded here.
  const record = events.length === 0 ? undefined : anew.get(project, recordKind, recordId);
  if (record === undefined) store.drop(project, recordKind, recordId);
  else store.put(project, recordKind, recordId, record);
}

/** As much of a board as one thing needs, in memory. */
class OneThing implements BoardStore {
  readonly #records = new Map<string, BoardRecords[RecordKind]>();
  readonly #places = new Map<string, Place>();

  get<K extends RecordKind>(_: string, kind: K, id: string): BoardRecords[K] | undefined {
    return this.#records.get(`${kind}/${id}`) as BoardRecords[K] | undefined;
  }

  put<K extends RecordKind>(_: string, kind: K, id: string, record: BoardRecords[K]): void {
    this.#records.set(`${kind}/${id}`, record);
  }

  place(_: string, { kind, id }: CardRef): Place | undefined {
    return this.#places.get(`${kind}/${id}`);
  }

  putPlace(_: string, { kind, id }: CardRef, place: Place): void {
    this.#places.set(`${kind}/${id}`, place);
  }

  drop(_: string, kind: RecordKind, id: string): void {
    this.#records.delete(`${kind}/${id}`);
  }

  dropPlace(_: string, { kind, id }: CardRef): void {
    this.#places.delete(`${kind}/${id}`);
  }

  said(): undefined {
    return undefined;
  }

  told(): readonly RecordedEvent[] {
    return [];
  }
}
