import type { IncomingMessage } from 'node:http';
import { t } from '@shared/language/language';
import { toldOf } from '@shared/language/said';
import { NotWritten, writeIntoInbox } from '../adapters/files/write-into-inbox';
import { isOwnHost, NotPublic } from './fetch-addresses';
import { askAddress } from './fetch-ask';
import { nameByTime, nameOfFetched } from './fetch-name';

export interface FetchLimits {
  readonly bytes: number;
  readonly redirects: number;
  /** How long nothing may come, and how long all of it may take. */
  readonly idle_ms: number;
  readonly total_ms: number;
}

export const usualFetchLimits: FetchLimits = { bytes: 1e9, redirects: 5, idle_ms: 20_000, total_ms: 600_000 };

export interface LinkWish {
  /** The inbox, or the folder of a project in it. */
  readonly inbox: string;
  readonly link: string;
  /** An address in plain words may lead to a machine of a person's own network; one that a page wrote may not. */
  readonly how: 'typed' | 'pasted' | 'dropped';
  readonly limits?: FetchLimits;
  /** Ends it before it is whole. */
  readonly stop?: AbortSignal;
  /** How many bytes have come, of how many where the server says so. */
  readonly onBytes?: (bytes: number, total: number | null) => void;
  readonly now?: () => Date;
}

/** Fetches a picture or video into the inbox. Resolves with its name there. @throws NotWritten with a whole sentence */
export async function fetchIntoInbox(wish: LinkWish): Promise<string> {
  const { inbox, link, how, limits = usualFetchLimits, now = () => new Date(), stop, onBytes = () => undefined } = wish;
  const url = parsed(link);
  const what = url?.protocol === 'data:' ? t('The picture') : (url?.host ?? t('The link'));
  try {
    stop?.throwIfAborted();
    if (url?.protocol === 'data:') {
      const stem = nameByTime(how, now());
      return await writeIntoInbox({ inbox, chunks: [bytesOf(link)], stem, mostBytes: limits.bytes });
    }
    if (url === null || !isWeb(url)) throw new NotWritten(t('it is no address of the web'));
    const late = AbortSignal.timeout(limits.total_ms);
    const signal = stop === undefined ? late : AbortSignal.any([late, stop]);
    const { response, at } = await follow(url, how === 'typed' && isOwnHost(url) ? url.host : null, limits, signal);
    try {
      const kind = response.headers['content-type'] ?? '';
      if (!/^\s*(image|video)\//i.test(kind)) throw new NotWritten(t('what lies there is no picture or video. Drag the picture itself, or copy its address'));
      const length = Number(response.headers['content-length'] ?? 0);
      if (length > limits.bytes) throw new NotWritten(t('it is larger than what Alice fetches'));
      const stem = nameOfFetched(at, response.headers['content-disposition']);
      const chunks = counted(response, (bytes) => { onBytes(bytes, length > 0 ? length : null); }, signal);
      return await writeIntoInbox({ inbox, chunks, stem, mostBytes: limits.bytes });
    } finally {
      response.destroy();
    }
  } catch (error) {
    const reason = stop?.aborted === true ? t('it was stopped') : reasonOf(error);
    throw new NotWritten(t('{what} was not added: {why}. Nothing of it is left in the inbox.', { what, why: reason }));
  }
}

async function* counted(
  chunks: AsyncIterable<Uint8Array>, onBytes: (bytes: number) => void, signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  onBytes(bytes);
  for await (const chunk of chunks) {
    bytes += chunk.length;
    onBytes(bytes);
    yield chunk;
  }
  // The last bytes may have come before it was stopped, and the file has no name yet.
  signal.throwIfAborted();
}

async function follow(
  first: URL, own: string | null, limits: FetchLimits, signal: AbortSignal,
): Promise<{ response: IncomingMessage; at: URL }> {
  let at = first;
  for (let hop = 0; hop <= limits.redirects; hop += 1) {
    const response = await ask(at, at.host === own, limits.idle_ms, signal);
    const status = response.statusCode ?? 0;
    if (status === 200) return { response, at };
    response.destroy();
    const next = response.headers.location;
    if (![301, 302, 303, 307, 308].includes(status) || next === undefined) throw new NotWritten(t('the server answered {status}', { status: String(status) }));
    const to = parsed(next, at.href);
    if (to === null || !isWeb(to)) throw new NotWritten(t('it leads to something that is no address of the web'));
    at = to;
  }
  throw new NotWritten(t('it leads on and on from one address to the next'));
}

function ask(url: URL, mayBeOwn: boolean, idleMs: number, signal: AbortSignal): Promise<IncomingMessage> {
  const idle = { ms: idleMs, error: () => new NotWritten(t('its server stopped answering')) };
  return askAddress(url, { mayBeOwn, accept: 'image/*,video/*', signal, idle });
}

const parsed = (link: string, base?: string): URL | null => (URL.canParse(link, base) ? new URL(link, base) : null);
const isWeb = ({ protocol }: URL): boolean => protocol === 'https:' || protocol === 'http:';

function bytesOf(link: string): Uint8Array {
  const comma = link.indexOf(',');
  if (comma < 0 || comma > 500 || !/^data:(image|video)\/[^,]*;base64$/i.test(link.slice(0, comma))) {
    throw new NotWritten(t('it holds no picture or video in a form that Alice reads'));
  }
  return Buffer.from(decodeURIComponent(link.slice(comma + 1)), 'base64');
}

function reasonOf(error: unknown): string {
  if (error instanceof NotWritten) return toldOf(error);
  if (error instanceof NotPublic) return t('it leads into a private network, where Alice fetches nothing for a page. Paste the address if you mean it');
  if (error instanceof Error && ['TimeoutError', 'AbortError'].includes(error.name)) return t('it took too long');
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : null;
  if (code === 'ENOSPC') return t('the disk of the inbox is full');
  return typeof code === 'string' && /^[A-Z_0-9]{3,60}$/.test(code) ? t('the connection failed ({code})', { code }) : t('the connection failed');
}
