import { z } from 'zod';
import type { AnyEventDefinition } from './define-event';
import { envelopeShape } from './envelope';

/** The place that the hub which sends an event gave it; an event from outside has none in this hub's log. */
export const wireSequence = z.int().positive().optional();

/** An event of one type and version as it travels: the whole contract of a message, in one schema. */
export function wireSchemaOf({ type, version, payload }: AnyEventDefinition) {
  return z.strictObject({
    ...envelopeShape,
    event_type: z.literal(type),
    version: z.literal(version),
    sequence: wireSequence,
    data: payload,
  });
}
