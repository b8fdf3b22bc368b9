import type { RecordedEvent } from '@shared/events/catalog';
import type { Said } from '@shared/language/said';
import { type ActEvent, isAct, isTurn, type Reach, reachOf, type TurnEvent } from '@shared/library/board-acts';
import { isInEffect } from '@shared/library/decisions';
import { t } from '@shared/language/language';
import { describeEvent } from '@shared/story/describe-event';
import { leftOut, undoneAlready, type UndoStep, undoTakenBack } from './undo-plan';

/** Something that was done on a board, and what was said of it since. */
interface Act {
  readonly event: ActEvent;
  readonly reach: Reach;
  readonly turns: readonly TurnEvent[];
}

/** What a plan is made of: the acts of a project, each as it will be when the plan is carried out. */
class Rehearsal {
  readonly #acts = new Map<string, Act>();
  /** What the plan changes. */
  readonly #changed = new Set<Act>();
  /** Acts by what they decide, and by what they stand on, oldest first: few of many can meet. */
  readonly #deciding = new Map<string, Act[]>();
  readonly #needing = new Map<string, Act[]>();

  constructor(events: readonly RecordedEvent[]) {
    const turns = new Map<string, TurnEvent[]>();
    for (const event of events.filter(isTurn)) turns.set(event.data.act_event_id, [...(turns.get(event.data.act_event_id) ?? []), event]);
    for (const event of events.filter(isAct)) {
      const act: Act = { event, reach: reachOf(event), turns: turns.get(event.event_id) ?? [] };
      this.#acts.set(event.event_id, act);
      for (const thing of act.reach.decides) put(this.#deciding, thing, act);
      for (const thing of act.reach.needs) put(this.#needing, thing, act);
    }
  }

  get acts(): readonly Act[] {
    return [...this.#acts.values()];
  }

  actOf(event: RecordedEvent): ActEvent | null {
    return this.#acts.get(isTurn(event) ? event.data.act_event_id : event.event_id)?.event ?? null;
  }

  /** Takes back what one event said: an act, that it was taken back, or that it was done again. */
  takeBack(event: RecordedEvent): UndoStep | null {
    const act = this.#acts.get(isTurn(event) ? event.data.act_event_id : event.event_id);
    if (act === undefined) return null;
    const counts = event.event_type !== 'board.act_undone';
    if (this.counts(act) !== counts) return leftOut('', event, 'already_undone', counts ? undoneAlready : undoTakenBack);
    return this.turn(act);
  }

  /** Takes back an act that counts, or does one again that does not. */
  turn(act: Act): UndoStep {
    const again = !this.counts(act);
    const stands = this.#inTheWay(act, again);
    const undone = act.turns.at(-1) ?? act.event;
    if (stands !== null) return leftOut('', undone, 'superseded', stands);
    this.#changed.add(act);
    return { kind: 'turn', content_hash: '', event: undone, act: act.event, again };
  }

  counts(act: Act): boolean {
    return (act.turns.length % 2 === 0) !== this.#changed.has(act);
  }

  #inTheWay(act: Act, again: boolean): Said | null {
    if (this.#changed.has(act)) return () => t('An undo of it is under way. Wait until it is done.');
    const { decides, needs } = act.reach;
    const met = decides.flatMap((thing) => [...(this.#needing.get(thing) ?? []), ...(this.#deciding.get(thing) ?? [])]);
    const newer = met.findLast((other) => other.event.sequence > act.event.sequence && this.counts(other));
    if (newer !== undefined) {
      return () => (again
        ? t('Since then: {title}. Undo that first.', { title: titleOf(newer) })
        : t('After that: {title}. Undo that first.', { title: titleOf(newer) }));
    }
    if (!again) return null;
    // What it stood on when it was done has to count again before it.
    const below = [...decides, ...needs].flatMap((thing) => this.#deciding.get(thing) ?? []);
    const stoodOn = below.find((other) =>
      other.event.sequence < act.event.sequence && !this.counts(other) && isInEffect(chainOf(other), act.event.sequence));
    if (stoodOn === undefined) return null;
    return () => t('It stands on what is undone: {title}. Do that again first.', { title: titleOf(stoodOn) });
  }
}

/**
 * What takes back these events of one project's board, the latest first. Where cards were put along with a decision that cannot be
 * taken back any more, they stay, too. Pure.
 */
export function planActs(all: readonly RecordedEvent[], wanted: readonly RecordedEvent[]): UndoStep[] {
  const isRedo = wanted.every((event) => event.event_type === 'board.act_undone');
  // What is done again comes back in the order in which it was done at first.
  const inOrder = wanted.toSorted((a, b) => (isRedo ? actSequence(a) - actSequence(b) : b.sequence - a.sequence));
  const alone = new Rehearsal(all);
  const held = new Map<string, Said>();
  for (const event of inOrder) {
    const act = alone.actOf(event);
    const step = alone.takeBack(event);
    if (act !== null && step?.kind === 'left_out' && !act.event_type.startsWith('board.card_')) held.set(act.correlation_id, step.said);
  }
  const rehearsal = new Rehearsal(all);
  return inOrder.flatMap((event) => {
    const said = held.get(rehearsal.actOf(event)?.correlation_id ?? '');
    return said === undefined ? (rehearsal.takeBack(event) ?? []) : leftOut('', event, 'superseded', said);
  });
}

/** What makes a board as it was when `sequence` was the newest event. Pure. */
export function planMomentOfActs(all: readonly RecordedEvent[], sequence: number): UndoStep[] {
  const rehearsal = new Rehearsal(all);
  const then = (act: Act) => act.event.sequence <= sequence && isInEffect(chainOf(act), sequence);
  const since = rehearsal.acts.filter((act) => rehearsal.counts(act) && !then(act)).reverse();
  const gone = rehearsal.acts.filter((act) => !rehearsal.counts(act) && then(act));
  return [...since, ...gone].map((act) => rehearsal.turn(act));
}

const chainOf = ({ event, turns }: Act) => ({ said: [event, ...turns].map(({ sequence }) => ({ sequence, undo_id: null })) });

const actSequence = (event: RecordedEvent) => (isTurn(event) ? event.data.act_sequence : event.sequence);

/** `Character defined: Moth-7`, without the full stop of a sentence. */
function titleOf({ event }: Act): string {
  return describeEvent(event).title.replace(/\.$/, '');
}

function put(acts: Map<string, Act[]>, thing: string, act: Act): void {
  const known = acts.get(thing);
  if (known === undefined) acts.set(thing, [act]);
  else known.push(act);
}
