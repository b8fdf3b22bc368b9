import type { Channel } from '@shared/events/channels';
import type { Manifest } from '../kernel/manifest';
import { apiTitle, apiVersion } from './api-version';
import { channelKeys, channelWords } from './channel-words';
import { capitalised, type EventApi, type EventEntry, eventsOfChannel } from './event-api';
import { componentSchemas } from './shared-schemas';

type Json = Record<string, unknown>;

/** The AsyncAPI 3.0 document. The same catalog and manifests give the same document, byte for byte. */
export function asyncApiDocument(api: EventApi): Json {
  return {
    asyncapi: '3.0.0',
    info: {
      title: apiTitle,
      version: apiVersion,
      description:
        'What happens in Alice, as events. Each is recorded in the log of a hub and then told to whoever listens: at least once, and in order per subject. ' +
        'Read by `event_id`: the same event may come twice. How events may change is written in docs/event-evolution.md.',
      license: { name: 'MIT', url: 'https://opensource.org/licenses/MIT' },
      tags: tagsOf(api),
    },
    defaultContentType: 'application/json',
    servers: {
      development: {
        host: 'localhost:6379',
        protocol: 'redis',
        description: 'Redis Streams, on this machine or in the house.',
      },
      production: {
        host: '{broker}',
        protocol: 'kafka',
        description: 'Kafka, when scale demands it. No service changes.',
        variables: { broker: { default: 'localhost:9092', description: 'Host and port of a broker.' } },
      },
    },
    channels: Object.fromEntries(api.channels.map((channel) => [channelKeys[channel], channelObject(api, channel)])),
    operations: Object.fromEntries([...api.services, ...api.doors].flatMap((manifest) => operationsOf(manifest, api))),
    components: {
      messages: Object.fromEntries(api.events.map((event) => [capitalised(event.id), message(event)])),
      schemas: componentSchemas(api.events),
      correlationIds: {
        story: { description: 'All events of one story share it.', location: '$message.payload#/correlation_id' },
      },
    },
  };
}

function tagsOf({ events }: EventApi): Json[] {
  return [...new Set(events.map(({ family }) => family))].map((name) => ({ name }));
}

function channelObject(api: EventApi, channel: Channel): Json {
  const events = eventsOfChannel(api, channel);
  return {
    address: `alice.${channel}.{eventType}`,
    ...channelWords[channel],
    servers: [{ $ref: '#/servers/development' }, { $ref: '#/servers/production' }],
    parameters: { eventType: { enum: events.map(({ word }) => word), description: 'The event type, without the noun that the channel names.' } },
    messages: Object.fromEntries(events.map(({ id }) => [id, { $ref: `#/components/messages/${capitalised(id)}` }])),
  };
}

function message({ id, type, version, summary, family, address, example }: EventEntry): Json {
  return {
    name: type,
    title: capitalised(type.replaceAll(/[._]/g, ' ')),
    summary,
    description: `Travels at \`${address}\`; version ${version} of this event type.`,
    contentType: 'application/json',
    tags: [{ name: family }],
    correlationId: { $ref: '#/components/correlationIds/story' },
    payload: { $ref: `#/components/schemas/${capitalised(id)}Payload` },
    bindings: { kafka: { key: { type: ['string', 'null'], description: 'The subject: order is kept per key.' }, bindingVersion: '0.5.0' } },
    examples: [{ name: id, summary, payload: example }],
  };
}

function operationsOf({ name, publishes, consumes }: Manifest, { events }: EventApi): [string, Json][] {
  const each = (action: 'send' | 'receive', verb: string) => (type: string) =>
    events
      .filter((event) => event.type === type)
      .map(({ id, channel, summary }): [string, Json] => [
        `${name}${verb}${capitalised(id)}`,
        {
          action,
          title: `${capitalised(name)} ${verb.toLowerCase()} ${type}`,
          summary,
          channel: { $ref: `#/channels/${channelKeys[channel]}` },
          messages: [{ $ref: `#/channels/${channelKeys[channel]}/messages/${id}` }],
        },
      ]);
  return [
    ...consumes.flatMap(each('receive', 'Receives')),
    ...publishes.map(({ type }) => type).flatMap(each('send', 'Sends')),
  ];
}
