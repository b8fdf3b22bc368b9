import type { EventFamily } from './catalog';

/** Where events travel when they leave the process, as published: `alice.assets.quality-assessed`. */
export type Channel = 'assets' | 'workflows' | 'creative' | 'system';

export const channels: readonly Channel[] = ['assets', 'workflows', 'creative', 'system'];

const channelOfFamily: Readonly<Record<EventFamily, Channel>> = {
  asset: 'assets',
  quality: 'assets',
  workflow: 'workflows',
  creative: 'creative',
  system: 'system',
};

/** The noun that a channel's name says already; its events leave it out. */
const impliedNoun: Readonly<Record<Channel, string>> = { assets: 'asset.', workflows: 'workflow.', creative: '', system: '' };

export function channelOf(family: EventFamily): Channel {
  return channelOfFamily[family];
}

/** The last part of an event's address: `asset.set_aside` is `set-aside`, `quality.assessed` is `quality-assessed`. */
export function addressWord(type: string, family: EventFamily): string {
  const noun = impliedNoun[channelOf(family)];
  const rest = noun !== '' && type.startsWith(noun) ? type.slice(noun.length) : type;
  return rest.replaceAll(/[._]/g, '-');
}

/** The address of an event type on a transport. */
export function addressOf(type: string, family: EventFamily): string {
  return `alice.${channelOf(family)}.${addressWord(type, family)}`;
}
