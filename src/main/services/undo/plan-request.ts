import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EventData, RecordedEvent } from '@shared/events/catalog';
import { operationTypes } from './file-operations';
import type { OperationLog } from './ports';
import { inOrder, planAsset, planMoment, type UndoStep } from './undo-plan';

const pageSize = 1_000;
/** Assets that are looked at before others get their turn. */
const atATime = 100;

/** The part of a request that says what is to be undone. */
export type UndoScope = Pick<EventData<'undo.requested'>, 'scope' | 'sequences' | 'after_sequence' | 'undone_undo_id'>;

/** What a request to undo comes to, step by step, as the log stands now. Nothing is touched. */
export async function planRequest(wish: UndoScope, log: OperationLog): Promise<UndoStep[]> {
  const { scope, after_sequence, undone_undo_id } = wish;
  if (scope === 'moment') {
    const after = after_sequence ?? Number.MAX_SAFE_INTEGER;
    return plan(await touchedAfter(after, log), (hash, all) => planMoment(hash, all, after), log);
  }
  const named = wish.sequences.flatMap((sequence) => log.at(sequence) ?? []);
  const wanted = scope === 'undo' && named.length === 0 ? log.ofUndo(undone_undo_id ?? '') : named;
  const byAsset = new Map<string, RecordedEvent[]>();
  for (const event of wanted.filter(isOperation)) {
    const own = byAsset.get(event.data.content_hash);
    if (own === undefined) byAsset.set(event.data.content_hash, [event]);
    else own.push(event);
  }
  return plan(byAsset.keys(), (hash, all) => planAsset(hash, all, byAsset.get(hash) ?? []), log);
}

type Operation = Extract<RecordedEvent, { event_type: (typeof operationTypes)[number] }>;

function isOperation(event: RecordedEvent): event is Operation {
  return (operationTypes as readonly string[]).includes(event.event_type);
}

async function touchedAfter(after: number, log: OperationLog): Promise<Set<string>> {
  const touched = new Set<string>();
  for (let from = after; ; ) {
    const page = log.operationsAfter(from, pageSize);
    for (const event of page.filter(isOperation)) touched.add(event.data.content_hash);
    const last = page.at(-1);
    if (last === undefined) return touched;
    from = last.sequence;
    await nextTurn();
  }
}

type PlanOne = (hash: string, all: readonly RecordedEvent[]) => UndoStep[];

async function plan(hashes: Iterable<string>, stepsOf: PlanOne, log: OperationLog): Promise<UndoStep[]> {
  const plans: UndoStep[][] = [];
  for (const hash of hashes) {
    plans.push(stepsOf(hash, log.about(hash)));
    if (plans.length % atATime === 0) await nextTurn();
  }
  return inOrder(plans);
}
