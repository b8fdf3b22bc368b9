import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { addressIn, isPublicAddress, NotPublic, publicLookup } from './fetch-addresses';

interface Asking {
  /** Whether it may lead to a machine that is not on the open network: a person named its host. */
  readonly mayBeOwn: boolean;
  readonly accept: string;
  readonly signal: AbortSignal;
  /** How long nothing may come, and what is thrown then. */
  readonly idle?: { readonly ms: number; readonly error: () => Error };
}

/**
 * Asks one address, once. No cookies, no credentials, nothing that says where the address was found or who asks; no way on to another.
 *
 * @throws NotPublic for an address into a private network
 */
export function askAddress(url: URL, { mayBeOwn, accept, signal, idle }: Asking): Promise<IncomingMessage> {
  const address = addressIn(url);
  if (!mayBeOwn && address !== null && !isPublicAddress(address)) throw new NotPublic();
  const plain = new URL(url);
  plain.username = '';
  plain.password = '';
  const options = {
    agent: false as const, signal,
    headers: { accept, 'accept-encoding': 'identity', 'user-agent': 'Alice' },
    ...(idle !== undefined && { timeout: idle.ms }),
    ...(!mayBeOwn && { lookup: publicLookup }),
  };
  return new Promise((resolve, reject) => {
    const asked = (plain.protocol === 'https:' ? requestHttps : requestHttp)(plain, options, resolve);
    if (idle !== undefined) asked.on('timeout', () => asked.destroy(idle.error()));
    asked.on('error', reject);
    asked.end();
  });
}
