const mostRemembered = 1_000;
const longestAddress = 2_000;
const longestValue = 200;
/** Names of parameters that let in whoever has their value. */
const secret = /token|secret|passw|signature|credential|session|policy|jwt|(^|[-_.])(key|sig|auth|code|expires?)([-_.]|$)|apikey|^x-(amz|goog)-|^hm(ac)?$/i;

/** Where files of the inbox were fetched from, until intake has said it. */
export class FetchedFrom {
  readonly #addresses = new Map<string, string>();

  remember(path: string, link: string): void {
    const address = addressToTell(link);
    if (address === null) return;
    this.#addresses.set(path, address);
    const [oldest] = this.#addresses.keys();
    if (this.#addresses.size > mostRemembered && oldest !== undefined) this.#addresses.delete(oldest);
  }

  readonly of = (path: string): string | null => this.#addresses.get(path) ?? null;
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
