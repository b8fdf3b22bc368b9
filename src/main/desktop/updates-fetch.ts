import type { IncomingMessage } from 'node:http';
import { t } from '@shared/language/language';
import { mostReleaseListBytes } from '@shared/library/release-list';
import { isThisMachine } from '@shared/library/stage-problem';
import { releaseListProblem } from '@shared/settings/update-settings';
import { NotPublic } from './fetch-addresses';
import { askAddress } from './fetch-ask';

export interface ListLimits {
  readonly bytes: number;
  readonly redirects: number;
  readonly total_ms: number;
}

const usualLimits: ListLimits = { bytes: mostReleaseListBytes, redirects: 3, total_ms: 15_000 };
const leadsOn: ReadonlySet<number | undefined> = new Set([301, 302, 303, 307, 308]);

/** A release list did not come; the message is why, as the end of a sentence. */
export class ListTrouble extends Error {
  override readonly name = 'ListTrouble';
}

/** Reads the text of a release list. @throws ListTrouble, and nothing else */
export async function fetchReleaseList(address: string, limits = usualLimits): Promise<string> {
  const late = AbortSignal.timeout(limits.total_ms);
  try {
    if (address === '' || releaseListProblem(address) !== null) throw new ListTrouble(t('it is no address of a release list'));
    const response = await follow(new URL(address), limits, late);
    try {
      return await textOf(response, limits.bytes);
    } finally {
      response.destroy();
    }
  } catch (error) {
    if (error instanceof ListTrouble) throw error;
    throw new ListTrouble(late.aborted ? t('it did not come within {seconds, number} seconds', { seconds: limits.total_ms / 1_000 }) : reasonOf(error));
  }
}

/** From one address on to the next, each by https. Only the host that a person named may be this machine. */
async function follow(first: URL, { redirects }: ListLimits, signal: AbortSignal): Promise<IncomingMessage> {
  const own = isThisMachine(first.hostname) ? first.host : null;
  let at = first;
  for (let hop = 0; hop <= redirects; hop += 1) {
    const response = await askAddress(at, { mayBeOwn: at.host === own, accept: 'application/json', signal });
    if (response.statusCode === 200) return response;
    response.destroy();
    const { location } = response.headers;
    if (!leadsOn.has(response.statusCode) || location === undefined) throw new ListTrouble(t('the server answered {status}', { status: String(response.statusCode ?? 0) }));
    at = secureNext(location, at);
  }
  throw new ListTrouble(t('it leads on and on from one address to the next'));
}

/** Where a redirect leads. @throws ListTrouble when that is not by https */
export function secureNext(location: string, from: URL): URL {
  const next = URL.canParse(location, from.href) ? new URL(location, from.href) : null;
  if (next?.protocol === 'https:' && next.username === '' && next.password === '') return next;
  throw new ListTrouble(t('it leads on to an address that is not read by https://'));
}

async function textOf(response: IncomingMessage, most: number): Promise<string> {
  const kind = response.headers['content-type'] ?? '';
  // Servers that hold files of any kind send them as plain text.
  if (!/^\s*(application\/([\w.+-]+\+)?json|text\/plain)\s*(;|$)/i.test(kind)) throw new ListTrouble(t('what lies there is no release list'));
  const tooMuch = () => new ListTrouble(t('it has more than {kilobytes, number} KB', { kilobytes: Math.round(most / 1_024) }));
  if (Number(response.headers['content-length'] ?? 0) > most) throw tooMuch();
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > most) throw tooMuch();
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8').replace(/^\uFEFF/, '');
}

function reasonOf(error: unknown): string {
  if (error instanceof NotPublic) return t('it leads into a private network, where Alice looks for no updates');
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : null;
  return typeof code === 'string' && /^[A-Z_0-9]{3,60}$/.test(code) ? t('the connection failed ({code})', { code }) : t('the connection failed');
}
