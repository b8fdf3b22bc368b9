import { t } from '@shared/language/language';
import { type DeepLink, deepLink, type OpenedLink } from '@shared/library/deep-link';
import type { Hub } from '../hub';

/** What a link leads to in a library, or a sentence that says why it leads nowhere. */
export function follow(address: string, hub: Pick<Hub, 'library' | 'log'>): OpenedLink {
  const link = deepLink(address);
  if (link === null) return problem(t('This link is none of Alice’s. Hers begin with alice://asset/ or alice://event/.'));
  return link.kind === 'asset' ? assetOf(link, hub) : eventOf(link, hub);
}

function assetOf({ hash }: DeepLink & { kind: 'asset' }, { library }: Pick<Hub, 'library'>): OpenedLink {
  const [found, another] = library.assetsByHash(hash, 2);
  if (another !== undefined) return problem(t('More than one picture begins with {hash}. Use the whole of its hash.', { hash }));
  if (found === undefined) return problem(t('The picture of this link is not in this library.'));
  if (found.path === null) return problem(t('{name} is not filed at the moment, so it cannot be shown.', { name: found.file_name }));
  return { kind: 'asset', content_hash: found.content_hash };
}

function eventOf({ event_id }: DeepLink & { kind: 'event' }, { log }: Pick<Hub, 'log'>): OpenedLink {
  const event = log.byId(event_id);
  if (event === null) return problem(t('The event of this link is not in this log.'));
  return { kind: 'event', story_id: event.correlation_id, event_id };
}

function problem(sentence: string): OpenedLink {
  return { kind: 'problem', sentence };
}
