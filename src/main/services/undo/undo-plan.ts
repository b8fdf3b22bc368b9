import type { EventData, RecordedEvent } from '@shared/events/catalog';
import { inEnglish, t } from '@shared/language/language';
import type { Said } from '@shared/language/said';
import type { ActEvent } from '@shared/library/board-acts';
import { type Decided, decisionHistory, type RequestOf } from './decision-history';
import { fileHistory, type FileHistory, type FileOperation } from './file-operations';

/** One operation to be taken back, one decision to be said again as it was, or the reason why it is left out. */
export type UndoStep =
  | { readonly kind: 'undo'; readonly content_hash: string; readonly event: RecordedEvent }
  | { readonly kind: 'say'; readonly content_hash: string; readonly event: RecordedEvent; readonly now: Decided; readonly back_to: Decided }
  /** Something that was done on a board counts no more, or again. */
  | { readonly kind: 'turn'; readonly content_hash: ''; readonly event: RecordedEvent; readonly act: ActEvent; readonly again: boolean }
  | {
      readonly kind: 'left_out';
      /** Empty when it is about no file. */
      readonly content_hash: string;
      readonly event: RecordedEvent;
      readonly reason: Extract<EventData<'asset.undo_refused'>['reason'], 'superseded' | 'already_undone'>;
      /** As it is recorded, and for whoever asks before. */
      readonly message: string;
      readonly said: Said;
    };

export type LeftOut = Extract<UndoStep, { kind: 'left_out' }>;

/** What is said of an operation that something else lies on by now. */
interface Overtaken {
  readonly undo: Said;
  readonly redo: Said;
}

const fileOvertaken: Overtaken = {
  undo: () => t('Alice did something else with this file after that. Undo that first.'),
  redo: () => t('Something else was done with this file since. Undo that first.'),
};
const ratingOvertaken: Overtaken = {
  undo: () => t('It was rated otherwise after that. Undo that first.'),
  redo: () => t('It was rated otherwise since. Undo that first.'),
};
const bandsOvertaken: Overtaken = {
  undo: () => t('The limits between the stars were moved again after that. Undo that first.'),
  redo: () => t('The limits between the stars were moved again since. Undo that first.'),
};

export const undoneAlready: Said = () => t('This was undone already.');
export const undoTakenBack: Said = () => t('This undo was taken back already.');

export function leftOut(content_hash: string, event: RecordedEvent, reason: LeftOut['reason'], said: Said): LeftOut {
  return { kind: 'left_out', content_hash, event, reason, message: inEnglish(said), said };
}

/** The state of one file, or of one rating, while a plan is made: nothing is done yet. */
class Rehearsal {
  readonly #content_hash: string;
  readonly #events: FileHistory['events'];
  readonly #inEffect: FileOperation[];
  /** What the plan changes. */
  readonly #changed = new Set<FileOperation>();
  readonly #overtaken: Overtaken;

  constructor(content_hash: string, history: FileHistory, overtaken = fileOvertaken) {
    this.#overtaken = overtaken;
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
      return leftOut(this.#content_hash, event, 'already_undone', undoing ? undoTakenBack : undoneAlready);
    }
    return this.change(operation, event);
  }

  /** Undoes what is in effect, or does again what is not. */
  change(operation: FileOperation, event = operation.latest): UndoStep {
    const again = this.#isUndone(operation);
    const top = this.#inEffect.at(-1) ?? null;
    if (operation.pending || this.#changed.has(operation)) {
      return leftOut(this.#content_hash, event, 'superseded', () => t('An undo of this file is under way. Wait until it is done.'));
    }
    if (top !== (again ? operation.on : operation)) {
      return leftOut(this.#content_hash, event, 'superseded', again ? this.#overtaken.redo : this.#overtaken.undo);
    }
    if (again) this.#inEffect.push(operation);
    else this.#inEffect.pop();
    this.#changed.add(operation);
    return { kind: 'undo', content_hash: this.#content_hash, event: operation.latest };
  }

  #isUndone(operation: FileOperation): boolean {
    return operation.undone !== this.#changed.has(operation);
  }
}

/** What takes back these events of one asset, the latest first. Pure. */
export function planAsset(content_hash: string, all: readonly RecordedEvent[], wanted: readonly RecordedEvent[]): UndoStep[] {
  const rehearsal = new Rehearsal(content_hash, fileHistory(all));
  return wanted.toSorted((a, b) => b.sequence - a.sequence).flatMap((event) => rehearsal.takeBack(event) ?? []);
}

/** The same of decisions: about one asset, or the limits between the stars when there is no hash. Pure. */
export function planDecisions(
  content_hash: string, all: readonly RecordedEvent[], wanted: readonly RecordedEvent[], requestOf: RequestOf,
): UndoStep[] {
  const history = decisionHistory(all, requestOf);
  const rehearsal = new Rehearsal(content_hash, history, content_hash === '' ? bandsOvertaken : ratingOvertaken);
  const steps = wanted.toSorted((a, b) => b.sequence - a.sequence).flatMap((event) => rehearsal.takeBack(event) ?? []);
  return steps.map((step) => sayAgain(step, history));
}

/** What takes one asset's file back to where it was when `sequence` was the newest event. Pure. */
export function planMoment(content_hash: string, all: readonly RecordedEvent[], sequence: number): UndoStep[] {
  return backTo(sequence, all, fileHistory, (now) => new Rehearsal(content_hash, now));
}

/** The same of what was decided about it. Pure. */
export function planMomentOfDecisions(
  content_hash: string, all: readonly RecordedEvent[], sequence: number, requestOf: RequestOf,
): UndoStep[] {
  const history = (events: readonly RecordedEvent[]) => decisionHistory(events, requestOf);
  return backTo(sequence, all, history, (now) => new Rehearsal(content_hash, now)).map((step) => sayAgain(step, history(all)));
}

/** A decision that is taken back is said again as it was before; one that is done again, as it was then. */
function sayAgain(step: UndoStep, { events }: ReturnType<typeof decisionHistory>): UndoStep {
  const operation = step.kind === 'undo' ? events.get(step.event.event_id)?.operation : undefined;
  if (operation === undefined) return step;
  const [now, back_to] = operation.undone ? [operation.before, operation.after] : [operation.after, operation.before];
  return { kind: 'say', content_hash: step.content_hash, event: step.event, now, back_to };
}

type HistoryOf = (events: readonly RecordedEvent[]) => FileHistory;
type Rehearse = (now: FileHistory) => Rehearsal;

function backTo(sequence: number, all: readonly RecordedEvent[], historyOf: HistoryOf, rehearse: Rehearse): UndoStep[] {
  const now = historyOf(all);
  const then = historyOf(all.filter((event) => event.sequence <= sequence)).inEffect.map(({ head }) => head.event_id);
  const differs = now.inEffect.findIndex(({ head }, at) => head.event_id !== then[at]);
  const same = differs === -1 ? now.inEffect.length : differs;
  const rehearsal = rehearse(now);
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
