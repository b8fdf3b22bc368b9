import { lstatSync } from 'node:fs';

const mostRemembered = 1_000;
const longestAddress = 2_000;
const longestValue = 200;
/** Names of parameters that let in whoever has their value. */
const secret = /token|secret|passw|signature|credential|session|policy|jwt|(^|[-_.])(key|sig|auth|code|expires?)([-_.]|$)|apikey|^x-(amz|goog)-|^hm(ac)?$/i;

/** Where files of the inbox were fetched from, until intake has said it. A file that comes later under such a name was not. */
export class FetchedFrom {
  readonly #fetched = new Map<string, { readonly address: string; readonly identity: string }>();

  remember(path: string, link: string): void {
    const [address, identity] = [addressToTell(link), identityOf(path)];
    if (address === null || identity === null) return;
    this.#fetched.set(path, { address, identity });
    const [oldest] = this.#fetched.keys();
    if (this.#fetched.size > mostRemembered && oldest !== undefined) this.#fetched.delete(oldest);
  }

  readonly of = (path: string): string | null => {
    const fetched = this.#fetched.get(path);
    return fetched !== undefined && fetched.identity === identityOf(path) ? fetched.address : null;
  };
}

function identityOf(path: string): string | null {
  const stats = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  return stats === undefined ? null : [stats.dev, stats.ino, stats.size, stats.mtimeNs].join(' ');
}

/** An address as it may stand in the log for good: without what lets anyone in. Null for a picture that stands in its link. */
export function addressToTell(link: string): string | null {
  if (!URL.canParse(link)) return null;
  const url = new URL(link);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.username = '';
  url.password = '';
  url.hash = '';
  for (const [name, value] of [...url.searchParams]) if (secret.test(name) || value.length > longestValue) url.searchParams.delete(name);
  const address = url.href.replace(/\?$/, '');
  return address.length <= longestAddress ? address : `${url.origin}/`;
}
