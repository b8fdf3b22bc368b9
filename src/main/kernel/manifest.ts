import type { EventType } from '@shared/events/catalog';
import type { AnyEventDefinition } from '@shared/events/define-event';

/** What a service hears and what it may say, without how it does it: all that documents and maps need to know. */
export interface Manifest<
  In extends EventType = EventType,
  Out extends readonly AnyEventDefinition[] = readonly AnyEventDefinition[],
> {
  readonly name: string;
  /** One sentence about what it does. */
  readonly summary: string;
  readonly consumes: readonly In[];
  readonly publishes: Out;
}

/** Declares a manifest; `defineService({ ...manifest, on })` then holds the handlers to it. */
export function defineManifest<const In extends EventType, const Out extends readonly AnyEventDefinition[]>(
  manifest: Manifest<In, Out>,
): Manifest<In, Out> {
  return manifest;
}
