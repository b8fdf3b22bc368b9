import type { EventData, EventType, RecordedEvent } from '../events/catalog';

/** What a person decides: taken back by saying again what was so before. */
export const decisionTypes = ['rating.given', 'rating.cleared', 'rating.bands_changed', 'rating.stack_decided'] as const satisfies readonly EventType[];
export type DecisionEvent = Extract<RecordedEvent, { event_type: (typeof decisionTypes)[number] }>;

export function isDecision(event: RecordedEvent): event is DecisionEvent {
  return (decisionTypes as readonly string[]).includes(event.event_type);
}

/** What a decision is about: a picture by its hash, a stack by its decision, and nothing for the limits between the stars. */
export function thingOf(event: RecordedEvent): string {
  return event.event_type === 'rating.stack_decided' ? `stack ${event.data.decision_id}` : (event.subject ?? '');
}

/** A decision and what was said of it since, oldest first: that it was undone, done again, undone again … */
export interface DecisionChain {
  readonly said: readonly {
    readonly sequence: number;
    /** The undo that it came of; null for the decision itself. */
    readonly undo_id: string | null;
  }[];
}

/** The part of a request to undo that says which decisions are meant. */
export type AskedToTurn = Pick<EventData<'undo.requested'>, 'scope' | 'after_sequence' | 'undone_undo_id'>;

/** Whether a decision is in effect, or was when a sequence was the newest one. */
export function isInEffect({ said }: DecisionChain, at = Number.MAX_SAFE_INTEGER): boolean {
  return said.filter(({ sequence }) => sequence <= at).length % 2 === 1;
}

/**
 * Which decision about one thing an undo turns over next: takes back, or does again. Decisions about a thing lie on one another,
 * so the latest goes first, and an undo is taken back in the other order. Chains come in the order of their decisions.
 */
export function turnedOver<T extends DecisionChain>(chains: readonly T[], asked: AskedToTurn): T | undefined {
  const { scope, after_sequence, undone_undo_id } = asked;
  if (scope === 'undo') {
    const turned = chains.filter(({ said }) => said.at(-1)?.undo_id === undone_undo_id);
    return turned.toSorted((a, b) => (b.said.at(-1)?.sequence ?? 0) - (a.said.at(-1)?.sequence ?? 0))[0];
  }
  if (scope === 'moment') {
    const then = after_sequence ?? Number.MAX_SAFE_INTEGER;
    const since = chains.findLast((chain) => isInEffect(chain) && !isInEffect(chain, then));
    return since ?? chains.find((chain) => !isInEffect(chain) && isInEffect(chain, then));
  }
  return chains.findLast((chain) => isInEffect(chain));
}
