import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import type { EventDraft } from './define-event';

/** Who acted: the person, a service of this hub, or an assistant at the door. */
export const actor = z.string().regex(/^(user|service:.+|assistant:.+)$/, "must be 'user', 'service:NAME' or 'assistant:NAME'");

/**
 * What every event carries around its payload. `sequence` is not here: an event gets its place only
 * when the log records it, see {@link Recorded}.
 */
export const envelopeShape = {
  event_id: z.uuid(),
  event_type: z.string().min(1),
  timestamp: z.iso.datetime({ precision: 3 }),
  source: z.string().min(1),
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'must be a version such as 1.0.0'),
  correlation_id: z.string().min(1),
  causation_id: z.string().nullable(),
  actor,
  subject: z.string().nullable(),
} as const;

export const envelopeSchema = z.strictObject({ ...envelopeShape, data: z.unknown() });

/** The envelope of every event, with its payload under `data`. Field names are those on the wire. */
export interface Envelope<Type extends string, Data> extends Omit<z.infer<typeof envelopeSchema>, 'event_type' | 'data'> {
  readonly event_type: Type;
  readonly data: Data;
}

/** An event that the log has recorded. `sequence` is its place: dense, ascending, never reused. */
export type Recorded<E> = E & { readonly sequence: number };

/** What the one who publishes adds to a draft. */
export interface Origin {
  /** The component that made it, e.g. `intake`. */
  readonly source: string;
  readonly actor: string;
  /** The story it belongs to; a new story begins when left out. */
  readonly correlation_id?: string;
  /** The event that led to it; left out when a person or the disk started it. */
  readonly causation_id?: string;
}

/** Gives a draft its id, its time and its origin, once. */
export function stampEvent<Type extends string, Data>(
  draft: EventDraft<Type, Data>,
  origin: Origin,
  now: () => Date = () => new Date(),
): Envelope<Type, Data> {
  const event_id = uuidv7();
  return {
    event_id,
    event_type: draft.event_type,
    timestamp: now().toISOString(),
    source: origin.source,
    version: draft.version,
    correlation_id: origin.correlation_id ?? event_id,
    causation_id: origin.causation_id ?? null,
    actor: origin.actor,
    subject: draft.subject,
    data: draft.data,
  };
}
