import { z } from 'zod';
import { intakeEvents } from './asset-events';
import { boardEvents, boardTurns } from './board-events';
import { careEvents } from './care-events';
import { creativeEvents as decisionEvents } from './creative-events';
import type { AnyEventDefinition } from './define-event';
import { type Envelope, envelopeShape, type Recorded } from './envelope';
import { measuredEvents } from './quality-events';
import { ratingEvents } from './rating-events';
import { sidecarEvents } from './sidecar-events';
import { sourceEvents } from './source-events';
import { systemEvents as hubEvents } from './system-events';
import { workflowEvents } from './workflow-events';

const assetEvents = [...intakeEvents, ...sidecarEvents, ...careEvents] as const;
const qualityEvents = [...measuredEvents, ...ratingEvents] as const;
const creativeEvents = [...decisionEvents, ...boardEvents, ...boardTurns] as const;

const systemEvents = [...hubEvents, ...sourceEvents] as const;

/** Every event that Alice knows, one row each. */
export const catalog = [...assetEvents, ...qualityEvents, ...workflowEvents, ...creativeEvents, ...systemEvents] as const;

type Definition = (typeof catalog)[number];

export type EventType = Definition['type'];
export type EventData<T extends EventType> = z.output<Extract<Definition, { type: T }>['payload']>;
export type EventOf<T extends EventType> = { [K in T]: Envelope<K, EventData<K>> }[T];

/** Any event of the catalog; `switch (event.event_type)` narrows its payload. */
export type AliceEvent = EventOf<EventType>;
export type RecordedEvent = Recorded<AliceEvent>;

/** An event before its payload was validated: what `stampEvent` gives and `publish` takes. */
export type UncheckedEvent = Envelope<string, unknown>;

export type EventFamily = 'asset' | 'quality' | 'workflow' | 'creative' | 'system';

const definitions = new Map<string, AnyEventDefinition>(catalog.map((row) => [row.type, row]));

const families = new Map<string, EventFamily>([
  ...assetEvents.map((row) => [row.type, 'asset'] as const),
  ...qualityEvents.map((row) => [row.type, 'quality'] as const),
  ...workflowEvents.map((row) => [row.type, 'workflow'] as const),
  ...creativeEvents.map((row) => [row.type, 'creative'] as const),
  ...systemEvents.map((row) => [row.type, 'system'] as const),
]);

export function isEventType(type: string): type is EventType {
  return definitions.has(type);
}

/** The family that an event type belongs to; types that this version does not know count as system. */
export function familyOf(type: string): EventFamily {
  return families.get(type) ?? 'system';
}

/** The event types of one family, in catalog order. */
export function typesOfFamily(family: EventFamily): readonly string[] {
  return [...families].filter(([, of]) => of === family).map(([type]) => type);
}

/** An event that does not fit the catalog. The message names the event, the field and what is wrong with it. */
export class InvalidEventError extends Error {
  override readonly name = 'InvalidEventError';
  readonly eventType: string;
  readonly field: string;
  readonly problem: string;

  constructor(eventType: string, field: string, problem: string) {
    super(`The event ${eventType} is not valid: ${field} ${problem}.`);
    this.eventType = eventType;
    this.field = field;
    this.problem = problem;
  }
}

const envelopeSchemas = new Map(
  [...definitions].map(([type, { payload }]) => [type, z.strictObject({ ...envelopeShape, data: payload })]),
);

/**
 * Checks an event against its row of the catalog and fills in the payload's defaults.
 * @throws InvalidEventError naming the first field that does not fit.
 */
export function parseEvent(candidate: unknown): AliceEvent {
  const type = typeOf(candidate);
  const schema = envelopeSchemas.get(type);
  if (schema === undefined) throw new InvalidEventError(type, 'event_type', 'is not in the catalog');
  const parsed = schema.safeParse(candidate);
  if (parsed.success) return parsed.data as unknown as AliceEvent;
  const [issue] = parsed.error.issues;
  throw new InvalidEventError(type, issue?.path.join('.') || 'the event', issue?.message ?? 'does not fit its schema');
}

function typeOf(candidate: unknown): string {
  if (typeof candidate !== 'object' || candidate === null) return '(no object)';
  const type: unknown = Reflect.get(candidate, 'event_type');
  return typeof type === 'string' ? type : '(no type)';
}
