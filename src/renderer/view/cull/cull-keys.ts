import type { Given } from '../../store/rate';

/** What a key means in the layer for deciding. */
export type CullAction =
  | { readonly do: 'rate'; readonly stars: Given }
  | { readonly do: 'next' | 'back' | 'take-back' | 'zoom' | 'larger' | 'smaller' | 'facts' | 'film' | 'to-film' }
  | { readonly do: 'compare' | 'blind' | 'undecided' | 'advance' | 'leave' | 'keys' | 'keep' | 'swap' | 'ranking' | 'draw' | 'first' | 'last' }
  | { readonly do: 'pan'; readonly x: number; readonly y: number };

type Key = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;
type Plain = Exclude<CullAction['do'], 'rate' | 'pan'>;

const letters: Readonly<Record<string, Plain>> = {
  ' ': 'next', ArrowRight: 'next', ArrowLeft: 'back', u: 'take-back', z: 'zoom', '+': 'larger', '=': 'larger', '-': 'smaller', i: 'facts',
  t: 'film', Tab: 'to-film', c: 'compare', b: 'blind', f: 'undecided', a: 'advance', Escape: 'leave', '?': 'keys', Enter: 'keep', n: 'swap',
  r: 'ranking', ArrowDown: 'draw', Home: 'first', End: 'last',
};
const pans: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1],
};

/** The meaning of a key; null when it has none here and goes its usual way. */
export function cullActionOf({ key, code, ctrlKey, metaKey, altKey, shiftKey }: Key): CullAction | null {
  const one = key.length === 1 ? key.toLowerCase() : key;
  if (ctrlKey || metaKey) return one === 'z' && !shiftKey && !altKey ? { do: 'take-back' } : null;
  if (altKey || (key === 'Tab' && shiftKey)) return null;
  const pan = shiftKey ? pans[key] : undefined;
  if (pan !== undefined) return { do: 'pan', x: pan[0], y: pan[1] };
  const stars = starsOf(one, code);
  if (stars !== null) return { do: 'rate', stars };
  const plain = Object.hasOwn(letters, one) ? letters[one] : undefined;
  return plain === undefined ? null : { do: plain };
}

/** Digits stand where digits stand, also on keyboards that write them with the shift key. X is the worst of them. */
function starsOf(key: string, code: string): Given | null {
  if (key === 'x') return 1;
  const digit = /^[0-5]$/.exec(key)?.[0] ?? (/^[a-z0-9+=?-]$/.test(key) ? undefined : /^Digit([0-5])$/.exec(code)?.[1]);
  return digit === undefined ? null : (Number(digit) as Given);
}
