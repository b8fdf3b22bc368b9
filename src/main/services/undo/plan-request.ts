import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EventData, RecordedEvent } from '@shared/events/catalog';
import { isAct, isTurn } from '@shared/library/board-acts';
import { isDecision, thingOf } from '@shared/library/decisions';
import { planActs, planMomentOfActs } from './board-plan';
import type { RequestOf } from './decision-history';
import { operationTypes } from './file-operations';
import type { OperationLog } from './ports';
import { inOrder, planAsset, planDecisions, planMoment, planMomentOfDecisions, type UndoStep } from './undo-plan';

const pageSize = 1_000;
/** Assets that are looked at before others get their turn. */
const atATime = 100;

/** The part of a request that says what is to be undone. */
export type UndoScope = Pick<EventData<'undo.requested'>, 'scope' | 'sequences' | 'after_sequence' | 'undone_undo_id'>;

/** What is wanted of one asset, or of a stack, a project's board or the limits between the stars, which are no file. */
interface Wanted {
  readonly files: RecordedEvent[];
  readonly decisions: RecordedEvent[];
  readonly acts: RecordedEvent[];
}

/** What a request to undo comes to, step by step, as the log stands now. Nothing is touched. */
export async function planRequest(wish: UndoScope, log: OperationLog): Promise<UndoStep[]> {
  const { scope, after_sequence, undone_undo_id } = wish;
  const requestOf = requestsIn(log);
  const about = aboutIn(log);
  if (scope === 'moment') {
    const after = after_sequence ?? Number.MAX_SAFE_INTEGER;
    return plan(await touchedAfter(after, log), (thing, { files, decisions, acts }) => {
      const { all, hash } = about(thing);
      return [
        ...(acts.length > 0 ? planMomentOfActs(all, after) : []),
        ...(files.length > 0 ? planMoment(hash, all, after) : []),
        ...(decisions.length > 0 ? planMomentOfDecisions(hash, all, after, requestOf) : []),
      ];
    });
  }
  const named = wish.sequences.flatMap((sequence) => log.at(sequence) ?? []);
  const events = scope === 'undo' && named.length === 0 ? log.ofUndo(undone_undo_id ?? '') : named;
  const byAsset = new Map<string, Wanted>();
  for (const event of events) add(byAsset, event);
  return plan(byAsset, (thing, { files, decisions, acts }) => {
    const { all, hash } = about(thing);
    if (acts.length > 0) return planActs(all, acts);
    return [...planAsset(hash, all, files), ...planDecisions(hash, all, decisions, requestOf)];
  });
}

/** Everything about a thing, oldest first, and its hash when it is a file. */
function aboutIn(log: OperationLog): (thing: string) => { readonly all: readonly RecordedEvent[]; readonly hash: string } {
  let stacks: readonly RecordedEvent[] | null = null;
  return (thing) => {
    if (thing === '') return { all: log.bandsChanges(), hash: '' };
    if (thing.startsWith(boardOf(''))) return { all: log.about(thing.slice(boardOf('').length)), hash: '' };
    if (!thing.startsWith('stack ')) return { all: log.about(thing), hash: thing };
    stacks ??= log.stackDecisions();
    return { all: stacks.filter((event) => thingOf(event) === thing), hash: '' };
  };
}

/** The requests that undos came of; a batch came of one. */
function requestsIn(log: OperationLog): RequestOf {
  const known = new Map<string, EventData<'undo.requested'> | null>();
  return (undoId) => {
    const before = known.get(undoId);
    if (before !== undefined) return before;
    const asked = log.ofUndo(undoId).find((event) => event.event_type === 'undo.requested');
    const request = asked?.event_type === 'undo.requested' ? asked.data : null;
    known.set(undoId, request);
    return request;
  };
}

const boardOf = (project: string) => `board ${project}`;

function add(byAsset: Map<string, Wanted>, event: RecordedEvent): void {
  const isFile = (operationTypes as readonly string[]).includes(event.event_type);
  const isOfBoard = isAct(event) || isTurn(event);
  if (!isFile && !isOfBoard && !isDecision(event)) return;
  const thing = isOfBoard ? boardOf(event.data.project_id) : thingOf(event);
  const wanted = byAsset.get(thing) ?? { files: [], decisions: [], acts: [] };
  byAsset.set(thing, wanted);
  (isFile ? wanted.files : isOfBoard ? wanted.acts : wanted.decisions).push(event);
}

async function touchedAfter(after: number, log: OperationLog): Promise<Map<string, Wanted>> {
  const touched = new Map<string, Wanted>();
  for (let from = after; ; ) {
    const page = log.operationsAfter(from, pageSize);
    for (const event of page) add(touched, event);
    const last = page.at(-1);
    if (last === undefined) return touched;
    from = last.sequence;
    await nextTurn();
  }
}

type PlanOne = (thing: string, wanted: Wanted) => UndoStep[];

async function plan(assets: Iterable<readonly [string, Wanted]>, stepsOf: PlanOne): Promise<UndoStep[]> {
  const plans: UndoStep[][] = [];
  for (const [hash, wanted] of assets) {
    plans.push(stepsOf(hash, wanted));
    if (plans.length % atATime === 0) await nextTurn();
  }
  return inOrder(plans);
}
