import type { EventOf, EventType } from '@shared/events/catalog';
import type { AnyEventDefinition, EventDraft } from '@shared/events/define-event';
import type { Recorded } from '@shared/events/envelope';

/** A handler's word that it deliberately did nothing, and why. */
export interface Skipped {
  readonly skipped: string;
}

export function skip(reason: string): Skipped {
  return { skipped: reason };
}

/** The drafts that a list of event definitions can make. */
type DraftsOf<Out extends readonly AnyEventDefinition[]> = ReturnType<Out[number]>;

export interface HandlerTools<Draft extends EventDraft = EventDraft> {
  /** Says an event. It is recorded together with the proof that the cause was handled, or not at all. */
  readonly publish: (draft: Draft) => void;
}

type Handler<T extends EventType, Draft extends EventDraft> = (
  event: Recorded<EventOf<T>>,
  tools: HandlerTools<Draft>,
) => Promise<Skipped | void> | Skipped | void;

interface ServiceShape<In extends EventType, Out extends readonly AnyEventDefinition[]> {
  readonly name: string;
  /** The events it may say; anything else does not compile. */
  readonly publishes: Out;
  /** The same events as in `on`, when a manifest is spread in: one without a handler does not compile. */
  readonly consumes?: readonly In[];
  /** The events it hears. Delivered at least once and in log order per subject. */
  readonly on: { readonly [T in In]: Handler<T, DraftsOf<Out>> };
  /** How many subjects it works on at once. */
  readonly concurrency?: number;
  /** What it says when it has failed at an event for the last time, so that no file is left without an outcome. */
  readonly giveUp?: (event: Recorded<EventOf<In>>, reason: string, tools: HandlerTools<DraftsOf<Out>>) => void;
}

/** A service as the runner sees it. */
export interface Service {
  readonly name: string;
  readonly publishes: readonly AnyEventDefinition[];
  readonly consumes: readonly EventType[];
  readonly concurrency: number;
  handle(event: Recorded<EventOf<EventType>>, tools: HandlerTools): Promise<Skipped | void> | Skipped | void;
  giveUp(event: Recorded<EventOf<EventType>>, reason: string, tools: HandlerTools): void;
}

/** Declares a service: what it hears, with a handler each, and what it may say. It imports no other service. */
export function defineService<const In extends EventType, const Out extends readonly AnyEventDefinition[]>(
  shape: ServiceShape<In, Out>,
): Service {
  const handlers = new Map(Object.entries(shape.on)) as unknown as Map<string, Handler<EventType, EventDraft>>;
  const secret = [...handlers.keys()].find((type) => !(shape.consumes ?? [type]).some((known) => known === type));
  if (secret !== undefined) throw new Error(`${shape.name} hears ${secret}, and its manifest does not say so.`);
  return {
    name: shape.name,
    publishes: shape.publishes,
    consumes: [...handlers.keys()] as EventType[],
    concurrency: shape.concurrency ?? 1,
    handle: (event, tools) => handlers.get(event.event_type)?.(event, tools),
    giveUp: (event, reason, tools) => {
      shape.giveUp?.(event as Recorded<EventOf<In>>, reason, tools);
    },
  };
}
