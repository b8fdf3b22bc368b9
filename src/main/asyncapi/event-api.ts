import { catalog, type EventFamily, familyOf } from '@shared/events/catalog';
import { addressOf, addressWord, type Channel, channelOf, channels } from '@shared/events/channels';
import type { AnyEventDefinition } from '@shared/events/define-event';
import type { Manifest } from '../kernel/manifest';
import { exampleEvent, type ExampleOrigin } from './example-event';
import { type JsonSchema, jsonSchemaOf } from './json-schema';

/** One event type with everything that documents say about it. */
export interface EventEntry {
  readonly definition: AnyEventDefinition;
  readonly type: string;
  readonly version: string;
  readonly summary: string;
  readonly family: EventFamily;
  readonly channel: Channel;
  readonly address: string;
  /** The last part of the address. */
  readonly word: string;
  /** `asset.set_aside` is `assetSetAside`. */
  readonly id: string;
  /** The JSON Schema of `data`. */
  readonly schema: JsonSchema;
  readonly example: Record<string, unknown>;
  readonly saidBy: readonly Manifest[];
  readonly heardBy: readonly Manifest[];
}

/** The whole contract, from the catalog and the manifests: the document, the page and the drawing are written from it. */
export interface EventApi {
  readonly events: readonly EventEntry[];
  readonly channels: readonly Channel[];
  readonly services: readonly Manifest[];
  readonly doors: readonly Manifest[];
}

export function eventApi(
  services: readonly Manifest[],
  doors: readonly Manifest[],
  definitions: readonly AnyEventDefinition[] = catalog,
): EventApi {
  const all = [...services, ...doors];
  const events = definitions.map((definition): EventEntry => {
    const { type, version, summary, payload } = definition;
    const family = familyOf(type);
    const saidBy = all.filter(({ publishes }) => publishes.some((each) => each.type === type));
    return {
      definition, type, version, summary, family, saidBy,
      channel: channelOf(family),
      address: addressOf(type, family),
      word: addressWord(type, family),
      id: idOf(type),
      schema: jsonSchemaOf(payload),
      example: exampleEvent(definition, originOf(saidBy[0])),
      heardBy: all.filter(({ consumes }) => consumes.some((each) => each === type)),
    };
  });
  return { events, channels, services, doors };
}

/** An example is said by the first who says such events, else by a person at the window. */
function originOf(first: Manifest | undefined): ExampleOrigin {
  if (first === undefined || first.name === 'desktop') return { source: 'desktop', actor: 'user' };
  return { source: first.name, actor: `service:${first.name}` };
}

export function eventsOfChannel({ events }: EventApi, channel: Channel): readonly EventEntry[] {
  return events.filter((event) => event.channel === channel);
}

export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function idOf(type: string): string {
  return type.split(/[._]/).map((word, at) => (at === 0 ? word : capitalised(word))).join('');
}
