import { t } from '../language/language';
import type { HttpStage } from './quality-stage';

/** Headers that say how a message is sent, not who sends it; a key in one of them would never arrive, or do harm. */
const notForKeys = new Set([
  'accept', 'accept-encoding', 'connection', 'content-encoding', 'content-length', 'content-type', 'cookie', 'cookie2', 'expect', 'host',
  'idempotency-key', 'keep-alive', 'set-cookie', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'user-agent',
]);

/** Names that Alice uses herself. */
const builtIn = new Set(['brisque']);

/** What keeps a stage from working as it is set up, as a sentence for the person who sets it up; null when nothing. */
export function stageProblem({ name, url, key_header, score_path, poorest, best }: HttpStage): string | null {
  if (builtIn.has(name)) return t('{name} is the name of a stage that comes with Alice. Choose another one.', { name });
  const wrong = addressProblem(url);
  if (wrong !== null) return wrong;
  if (notForKeys.has(key_header.toLowerCase())) {
    return t('The header {header} cannot carry a key. Services name theirs Authorization, X-Api-Key or the like.', { header: key_header });
  }
  if (score_path.split('.').some((step) => step === '')) {
    return t('“{path}” is no way to a number: names and places stand between dots, for example result.score or scores.0.', {
      path: score_path,
    });
  }
  if (poorest === best) {
    return t('The numbers for poorest and best are the same. Say which number the poorest picture gets, and which the best.');
  }
  return null;
}

function addressProblem(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null) return t('“{address}” is no address. One begins with https://', { address });
  if (url.username !== '' || url.password !== '') {
    return t('The address holds a name or password. Leave them out, and write the key in its own field, where it is kept safely.');
  }
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isThisMachine(url.hostname))) return null;
  if (url.protocol === 'http:') {
    return t(
      'Pictures and keys go to {host} unencrypted by http://. Use https://; plain http is only for services on this machine.',
      { host: url.host },
    );
  }
  return t('Alice sends pictures by https:// only, not by {protocol}//', { protocol: url.protocol });
}

/** Whether the host of an address is no other machine than this one. */
export function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}
