import type { EventData, RecordedEvent } from '@shared/events/catalog';
import { type DecisionChain, type DecisionEvent, isDecision, turnedOver } from '@shared/library/decisions';
import type { FileHistory, FileOperation } from './file-operations';

/** What a decision made so: own stars, none of them, the limits between the stars, or whether a stack is decided about. */
export type Decided = number | boolean | null | EventData<'rating.bands_changed'>['bands'];

/** A decision as an operation: it can be taken back while nothing was decided on top of it. */
export interface Decision extends FileOperation {
  readonly before: Decided;
  readonly after: Decided;
}

type Draft = { -readonly [K in keyof Decision]: Decision[K] } & { readonly chain: { said: DecisionChain['said'][number][] } };

/** The request that an undo came of; null when the log does not have it. */
export type RequestOf = (undoId: string) => EventData<'undo.requested'> | null;

/** Everything that was decided about one thing: a picture's own rating, a stack, or the limits between the stars. Oldest first. */
export function decisionHistory(events: readonly RecordedEvent[], requestOf: RequestOf): FileHistory<Decision> {
  const chained = new Map<string, { operation: Draft; undoing: boolean }>();
  const all: Draft[] = [];
  const inEffect: Draft[] = [];
  let now: Decided | undefined;
  for (const event of events.filter(isDecision)) {
    const { undo_id } = event.data;
    const asked = undo_id === null ? null : requestOf(undo_id);
    const chain = asked === null ? undefined : turnedOver(all.map((each) => each.chain), asked);
    const operation = all.find((each) => each.chain === chain);
    const before = now === undefined ? beforeAll(event) : now;
    now = decided(event, before);
    if (operation === undefined) {
      const on = inEffect.at(-1) ?? null;
      const said = [{ sequence: event.sequence, undo_id: null }];
      const fresh: Draft = { head: event, latest: event, undone: false, pending: false, on, before, after: now, chain: { said } };
      chained.set(event.event_id, { operation: fresh, undoing: false });
      all.push(fresh);
      inEffect.push(fresh);
      continue;
    }
    operation.chain.said.push({ sequence: event.sequence, undo_id });
    operation.latest = event;
    operation.undone = !operation.undone;
    if (operation.undone) inEffect.splice(inEffect.indexOf(operation), 1);
    else inEffect.push(operation);
    chained.set(event.event_id, { operation, undoing: operation.undone });
  }
  return { events: chained, inEffect };
}

function decided(event: DecisionEvent, before: Decided): Decided {
  if (event.event_type === 'rating.stack_decided') return before !== true;
  if (event.event_type === 'rating.bands_changed') return event.data.bands;
  return event.event_type === 'rating.given' ? event.data.stars : null;
}

/** What was so before the first decision. */
function beforeAll(event: DecisionEvent): Decided {
  if (event.event_type === 'rating.stack_decided') return false;
  return event.event_type === 'rating.bands_changed' ? event.data.previous_bands : null;
}
