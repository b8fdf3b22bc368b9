/** What a link such as `alice://asset/…` points at. */
export type DeepLink =
  /** A content hash, or its beginning. */
  | { readonly kind: 'asset'; readonly hash: string }
  | { readonly kind: 'event'; readonly event_id: string };

/** What the window is to open. */
export type OpenedLink =
  | { readonly kind: 'asset'; readonly content_hash: string }
  | { readonly kind: 'event'; readonly story_id: string; readonly event_id: string }
  | { readonly kind: 'problem'; readonly sentence: string };

export const linkScheme = 'alice:';

const longest = 200;
const hash = /^[0-9a-f]{8,64}$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Reads a link. Null for whatever is not exactly one of Alice's: anybody can write a link, so nothing else is taken from it,
 * and following one never changes anything.
 */
export function deepLink(address: string): DeepLink | null {
  if (address.length > longest) return null;
  const [, kind, id = ''] = /^alice:\/\/(asset|event)\/([0-9a-f-]+)\/?$/i.exec(address) ?? [];
  const wanted = id.toLowerCase();
  if (kind?.toLowerCase() === 'asset') return hash.test(wanted) ? { kind: 'asset', hash: wanted } : null;
  if (kind?.toLowerCase() === 'event') return uuid.test(wanted) ? { kind: 'event', event_id: wanted } : null;
  return null;
}

/** The link to a picture, for others to follow. */
export function linkToAsset(contentHash: string): string {
  return `alice://asset/${contentHash}`;
}

/** The link to an event. */
export function linkToEvent(eventId: string): string {
  return `alice://event/${eventId}`;
}
